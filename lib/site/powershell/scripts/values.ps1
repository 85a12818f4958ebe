# Values of the SDK's objects as the wire spells them: what is missing is null.

# A property that an object may not have.
function Get-PropertyValue {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][AllowNull()][object]$Of,
        [Parameter(Mandatory = $true)][ValidatePattern('\A[A-Za-z]{1,60}\z')][string]$Name
    )
    if ($null -eq $Of) { return $null }
    $property = $Of.PSObject.Properties[$Name]
    if ($null -eq $property) { return $null }
    return $property.Value
}

# Text of a name, a number or an enumeration.
function ConvertTo-Text {
    [CmdletBinding()]
    param([Parameter(Mandatory = $true)][AllowNull()][object]$Value)
    $text = [string]$Value
    if ($text -eq '') { return $null }
    return $text
}

# ISO 8601 in UTC. The SDK's documentation does not say of what kind its times are: .NET takes what has no kind as local.
function ConvertTo-Instant {
    [CmdletBinding()]
    param([Parameter(Mandatory = $true)][AllowNull()][object]$Value)
    if ($null -eq $Value) { return $null }
    return ([datetime]$Value).ToUniversalTime().ToString('o')
}

function ConvertTo-Number {
    [CmdletBinding()]
    param([Parameter(Mandatory = $true)][AllowNull()][object]$Value)
    if ($null -eq $Value) { return $null }
    return [long]$Value
}

function ConvertTo-Flag {
    [CmdletBinding()]
    param([Parameter(Mandatory = $true)][AllowNull()][object]$Value)
    if ($null -eq $Value) { return $null }
    return [bool]$Value
}
