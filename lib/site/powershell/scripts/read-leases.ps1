# Connection leases. Releases from 7.16 on have none, and no cmdlets for them.

function ConvertTo-LeaseRow {
    [CmdletBinding()]
    param([Parameter(Mandatory = $true)][object]$Lease)
    return @{
        uid        = [long]$Lease.Uid
        key        = [string]$Lease.Key
        type       = [string]$Lease.LeaseType
        ownerName  = ConvertTo-Text -Value $Lease.OwnerSAMName
        ownerSid   = ConvertTo-Text -Value $Lease.OwnerSID
        ownerUpn   = ConvertTo-Text -Value $Lease.OwnerUPN
        modifiedAt = ConvertTo-Instant -Value $Lease.LastModified
        expiresAt  = ConvertTo-Instant -Value $Lease.Expiration
        zone       = ConvertTo-Text -Value $Lease.ZoneName
        value      = [string]$Lease.Value
    }
}

function Test-LeaseCmdlet {
    [CmdletBinding()]
    param()
    return $null -ne (Get-Command -Name 'Get-BrokerLease' -ErrorAction SilentlyContinue)
}

function Read-LeasePage {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][ValidateRange(0, [long]::MaxValue)][long]$afterUid,
        [Parameter(Mandatory = $true)][ValidateRange(1, 1000)][int]$count
    )
    $rows = [System.Collections.Generic.List[object]]::new()
    $next = $null
    if (Test-LeaseCmdlet) {
        foreach ($lease in @(Get-BrokerLease -Filter { Uid -gt $afterUid } -SortBy 'Uid' -MaxRecordCount $count)) {
            $rows.Add((ConvertTo-LeaseRow -Lease $lease))
            $next = [long]$lease.Uid
        }
        if ($rows.Count -lt $count) { $next = $null }
    }
    return @{ value = @{ rows = $rows.ToArray(); next = $next } }
}

# One lease by its key, as the SDK's own object. The parameter takes patterns: nothing that is one passes, and the key is compared.
function Find-Lease {
    [CmdletBinding()]
    param([Parameter(Mandatory = $true)][ValidatePattern('\A[A-Za-z0-9+/=_.:-]{1,256}\z')][string]$leaseKey)
    if (-not (Test-LeaseCmdlet)) { return $null }
    try {
        $found = @(Get-BrokerLease -Key $leaseKey -MaxRecordCount 10)
    }
    catch {
        if (Test-UnknownObject -Record $_) { return $null }
        throw
    }
    foreach ($lease in $found) { if ([string]$lease.Key -ceq $leaseKey) { return $lease } }
    return $null
}

function Read-Lease {
    [CmdletBinding()]
    param([Parameter(Mandatory = $true)][ValidatePattern('\A[A-Za-z0-9+/=_.:-]{1,256}\z')][string]$leaseKey)
    $lease = Find-Lease -leaseKey $leaseKey
    if ($null -eq $lease) { return @{ value = $null } }
    return @{ value = (ConvertTo-LeaseRow -Lease $lease) }
}
