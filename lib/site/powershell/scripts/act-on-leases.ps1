# Acts on connection leases.

function Invoke-LeaseRemoval {
    [CmdletBinding()]
    param([Parameter(Mandatory = $true)][ValidatePattern('\A[A-Za-z0-9+/=_.:-]{1,256}\z')][string]$leaseKey)
    $lease = Find-Lease -leaseKey $leaseKey
    if ($null -eq $lease) { throw (New-Refusal -Id 'LeaseNotFound' -Message 'The site has no such lease (any more).') }
    $log = Start-SiteLog -What 'remove a connection lease' -Kind 'ConfigurationChange'
    $target = @{ InputObject = $lease }
    if ($null -ne $log.Id) { $target.LoggingId = $log.Id }
    $isDone = $false
    try {
        $bridge.ActBegun = $true
        $null = Remove-BrokerLease @target
        $isDone = $true
    }
    finally {
        Stop-SiteLog -Id $log.Id -IsSuccessful $isDone
    }
    return @{ value = @{ powerActionUid = $null } }
}

# The site's own spelling of a controller's name; a name that the site does not list is refused.
function Get-ListedController {
    [CmdletBinding()]
    param([Parameter(Mandatory = $true)][ValidatePattern('\A[A-Za-z0-9_][A-Za-z0-9_.-]{0,254}\z')][string]$Controller)
    foreach ($listed in @(Get-SiteController)) { if ([string]$listed.DNSName -eq $Controller) { return [string]$listed.DNSName } }
    throw (New-Refusal -Id 'ControllerNotFound' -Message 'The site has no such controller.')
}

# The cache is emptied first and filled from the database afterwards, so a controller that has lost its database keeps what it has.
function Invoke-LeaseRefresh {
    [CmdletBinding()]
    param([Parameter(Mandatory = $true)][ValidatePattern('\A[A-Za-z0-9_][A-Za-z0-9_.-]{0,254}\z')][string]$controller)
    $name = Get-ListedController -Controller $controller
    $status = Get-ServiceStatus -Controller $name
    if ($status -ne 'OK') {
        throw (New-Refusal -Id 'ControllerNotWell' -Message ('The controller does not say OK but ' + $status + ', so its cache is left as it is.'))
    }
    $log = Start-SiteLog -What 'refresh a controller''s cache of connection leases' -Kind 'AdminActivity'
    $target = @{ AdminAddress = $name }
    if ($null -ne $log.Id) { $target.LoggingId = $log.Id }
    $isDone = $false
    try {
        $bridge.ActBegun = $true
        $null = Update-BrokerLocalLeaseCache @target
        $isDone = $true
    }
    finally {
        Stop-SiteLog -Id $log.Id -IsSuccessful $isDone
    }
    return @{ value = @{ powerActionUid = $null } }
}

function Invoke-LeasingSwitch {
    [CmdletBinding()]
    param([Parameter(Mandatory = $true)][bool]$enabled)
    if ($null -eq (Get-BrokerSite).ConnectionLeasingEnabled) {
        throw (New-Refusal -Id 'LeasingNotAvailable' -Message 'This site has no connection leasing.')
    }
    $log = Start-SiteLog -What 'switch connection leasing' -Kind 'ConfigurationChange'
    $setting = @{ ConnectionLeasingEnabled = $enabled }
    if ($null -ne $log.Id) { $setting.LoggingId = $log.Id }
    $isDone = $false
    try {
        $bridge.ActBegun = $true
        $null = Set-BrokerSite @setting
        $isDone = $true
    }
    finally {
        Stop-SiteLog -Id $log.Id -IsSuccessful $isDone
    }
    return @{ value = @{ powerActionUid = $null } }
}
