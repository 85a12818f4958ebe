# The site and its controllers.

# What a controller says of its own service: OK, PendingFailure and so on; null where it does not answer.
function Get-ServiceStatus {
    [CmdletBinding()]
    param([Parameter(Mandatory = $true)][ValidatePattern('\A[A-Za-z0-9_][A-Za-z0-9_.-]{0,254}\z')][string]$Controller)
    try {
        $answer = Get-BrokerServiceStatus -AdminAddress $Controller
    }
    catch {
        [Console]::Error.WriteLine($Controller + ' does not say how it is: ' + $_.Exception.Message)
        return $null
    }
    $status = Get-PropertyValue -Of $answer -Name 'ServiceStatus'
    if ($null -eq $status) { $status = $answer }
    return ConvertTo-Text -Value $status
}

# Every controller that the site lists, as the SDK's own objects.
function Get-SiteController {
    [CmdletBinding()]
    param()
    return Get-BrokerController -SortBy 'Uid' -MaxRecordCount ([int]::MaxValue)
}

function Read-Site {
    [CmdletBinding()]
    param()
    $site = Get-BrokerSite
    $version = $null
    $controllers = [System.Collections.Generic.List[object]]::new()
    foreach ($controller in @(Get-SiteController)) {
        $state = [string]$controller.State
        $name = [string]$controller.DNSName
        # One that is off keeps a caller waiting until its connection gives up.
        $isUp = @('On', 'Active') -contains $state
        if ($null -eq $version) { $version = ConvertTo-Text -Value $controller.ControllerVersion }
        $controllers.Add(@{
            dnsName        = $name
            state          = $state
            serviceStatus  = if ($isUp) { Get-ServiceStatus -Controller $name } else { $null }
            lastActivityAt = ConvertTo-Instant -Value $controller.LastActivityTime
        })
    }
    return @{
        value = @{
            name                                 = [string]$site.Name
            version                              = $version
            connectionLeasingEnabled             = ConvertTo-Flag -Value (Get-PropertyValue -Of $site -Name 'ConnectionLeasingEnabled')
            localHostCacheEnabled                = ConvertTo-Flag -Value (Get-PropertyValue -Of $site -Name 'LocalHostCacheEnabled')
            reuseMachinesWithoutShutdownInOutage = ConvertTo-Flag -Value (Get-PropertyValue -Of $site -Name 'ReuseMachinesWithoutShutdownInOutageAllowed')
            controllers                          = $controllers.ToArray()
        }
    }
}
