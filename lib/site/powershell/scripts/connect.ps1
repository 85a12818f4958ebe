# The first request of every process: loads the SDK and names the controller that all calls go to.

# Windows PowerShell: snap-ins. The logging one is not needed for reading.
function Add-SiteSnapin {
    [CmdletBinding()]
    param()
    Add-PSSnapin -Name 'Citrix.Broker.Admin.V2'
    try { Add-PSSnapin -Name 'Citrix.ConfigurationLogging.Admin.V1' }
    catch { [Console]::Error.WriteLine('Without the site''s log: ' + $_.Exception.Message) }
}

# Releases that ship modules instead, in either edition.
function Import-SiteModule {
    [CmdletBinding()]
    param()
    Import-Module -Name 'Citrix.Broker.Commands' -Global
    try { Import-Module -Name 'Citrix.ConfigurationLogging.Commands' -Global }
    catch { [Console]::Error.WriteLine('Without the site''s log: ' + $_.Exception.Message) }
}

# The way it was loaded: snap-ins, modules or stand-in.
function Import-Sdk {
    [CmdletBinding()]
    param()
    $standIn = [Environment]::GetEnvironmentVariable('GHOSTDESK_STAND_IN')
    if (-not [string]::IsNullOrEmpty($standIn)) {
        Import-Module -Name $standIn -Global
        return 'stand-in'
    }
    if ($PSVersionTable.PSEdition -eq 'Desktop' -and @(Get-PSSnapin -Registered -Name 'Citrix.Broker.Admin.V2' -ErrorAction SilentlyContinue).Count -gt 0) {
        Add-SiteSnapin
        return 'snap-ins'
    }
    Import-SiteModule
    return 'modules'
}

# A call with -AdminAddress changes the SDK's own default for all that follow it, so every call is given one.
function Connect-Site {
    [CmdletBinding()]
    param([Parameter(Mandatory = $true)][AllowNull()][AllowEmptyString()][ValidatePattern('\A([A-Za-z0-9_][A-Za-z0-9_.-]{0,254}(:[0-9]{1,5})?)?\z')][string]$controller)
    if (-not $bridge.IsReady) { $bridge.Sdk = Import-Sdk }
    $address = $controller
    if ([string]::IsNullOrEmpty($address)) { $address = 'localhost' }
    $global:PSDefaultParameterValues['*-Broker*:AdminAddress'] = $address
    $global:PSDefaultParameterValues['*-Log*:AdminAddress'] = $address
    # A restricted endpoint on the servers (docs/powershell.md); without it the usual one.
    $endpoint = [Environment]::GetEnvironmentVariable('GHOSTDESK_ENDPOINT')
    if (-not [string]::IsNullOrEmpty($endpoint)) { $global:PSSessionConfigurationName = $endpoint }
    # Windows PowerShell 5.1 writes some arrays as objects with a count; this is the published way round it.
    if ($PSVersionTable.PSEdition -eq 'Desktop') { Remove-TypeData -TypeName 'System.Array' -ErrorAction SilentlyContinue }
    $bridge.IsReady = $true
    return @{
        value = @{
            edition      = [string]$PSVersionTable.PSEdition
            version      = [string]$PSVersionTable.PSVersion
            sdk          = $bridge.Sdk
            languageMode = [string]$ExecutionContext.SessionState.LanguageMode
        }
    }
}
