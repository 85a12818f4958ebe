# The closed table of operations: nothing else can be asked for.

# Names of the arguments of each; their types stand at the functions.
$argumentsOf = @{
    'hello'            = @('controller')
    'site'             = @()
    'sessions'         = @('afterUid', 'count')
    'machines'         = @('afterUid', 'count')
    'session'          = @('sessionKey')
    'machine'          = @('machineKey')
    'power-actions'    = @('machineKey')
    'leases'           = @('afterUid', 'count')
    'lease'            = @('leaseKey')
    'standby'          = @()
    'groups'           = @('afterUid', 'count')
    'access-rules'     = @()
    'connection-log'   = @('since', 'afterUid', 'count')
    'windows-sessions' = @('machineKey')
    'agent-service'    = @('machineKey')
    'server-timers'    = @('machineKey')
    'log-off'          = @('sessionKey')
    'disconnect'       = @('sessionKey')
    'hide'             = @('sessionKey')
    'unhide'           = @('sessionKey')
    'message'          = @('sessionKey', 'title', 'text')
    'restart-agent'    = @('machineKey')
    'maintenance-on'   = @('machineKey')
    'maintenance-off'  = @('machineKey')
    'power'            = @('machineKey', 'action')
    'remove-lease'     = @('leaseKey')
    'refresh-leases'   = @('controller')
    'set-leasing'      = @('enabled')
}
$acts = @(
    'log-off', 'disconnect', 'hide', 'unhide', 'message', 'restart-agent', 'maintenance-on', 'maintenance-off', 'power',
    'remove-lease', 'refresh-leases', 'set-leasing'
)

# Exactly the arguments that the operation has: an abbreviated or a common parameter would bind too.
function Assert-Arguments {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][ValidateLength(1, 80)][string]$Operation,
        [Parameter(Mandatory = $true)][hashtable]$Arguments
    )
    if (-not $argumentsOf.ContainsKey($Operation)) {
        throw (New-Refusal -Id 'UnknownOperation' -Message ('There is no operation ' + $Operation + '.'))
    }
    $expected = $argumentsOf[$Operation]
    foreach ($name in $Arguments.Keys) {
        if ($expected -cnotcontains $name) { throw (New-Refusal -Id 'UnknownArgument' -Message ($Operation + ' takes no such argument.')) }
    }
    # A key of that name hides a table's own Count.
    if (@($Arguments.GetEnumerator()).Count -ne $expected.Count) { throw (New-Refusal -Id 'MissingArgument' -Message ($Operation + ' lacks an argument.')) }
}

function Invoke-Read {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][ValidateLength(1, 80)][string]$Operation,
        [Parameter(Mandatory = $true)][hashtable]$Arguments
    )
    switch ($Operation) {
        'hello' { return Connect-Site @Arguments }
        'site' { return Read-Site @Arguments }
        'sessions' { return Read-SessionPage @Arguments }
        'machines' { return Read-MachinePage @Arguments }
        'session' { return Read-Session @Arguments }
        'machine' { return Read-Machine @Arguments }
        'power-actions' { return Read-PowerAction @Arguments }
        'leases' { return Read-LeasePage @Arguments }
        'lease' { return Read-Lease @Arguments }
        'standby' { return Read-Standby @Arguments }
        'groups' { return Read-GroupPage @Arguments }
        'access-rules' { return Read-AccessRule @Arguments }
        'connection-log' { return Read-ConnectionLog @Arguments }
        'windows-sessions' { return Read-WindowsSession @Arguments }
        'agent-service' { return Read-AgentService @Arguments }
        'server-timers' { return Read-ServerTimer @Arguments }
    }
}

function Invoke-Act {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][ValidateLength(1, 80)][string]$Operation,
        [Parameter(Mandatory = $true)][hashtable]$Arguments
    )
    switch ($Operation) {
        'log-off' { return Invoke-SessionAct -Verb 'log-off' @Arguments }
        'disconnect' { return Invoke-SessionAct -Verb 'disconnect' @Arguments }
        'hide' { return Invoke-SessionAct -Verb 'hide' @Arguments }
        'unhide' { return Invoke-SessionAct -Verb 'unhide' @Arguments }
        'message' { return Invoke-SessionAct -Verb 'message' @Arguments }
        'restart-agent' { return Invoke-AgentRestart @Arguments }
        'maintenance-on' { return Invoke-MachineAct -Verb 'maintenance-on' @Arguments }
        'maintenance-off' { return Invoke-MachineAct -Verb 'maintenance-off' @Arguments }
        'power' { return Invoke-MachineAct -Verb 'power' @Arguments }
        'remove-lease' { return Invoke-LeaseRemoval @Arguments }
        'refresh-leases' { return Invoke-LeaseRefresh @Arguments }
        'set-leasing' { return Invoke-LeasingSwitch @Arguments }
    }
}

# Every function gives back one table with one value; anything else has leaked into the pipeline.
function Get-OneValue {
    [CmdletBinding()]
    param([Parameter(Mandatory = $true)][AllowNull()][AllowEmptyCollection()][object[]]$Answers)
    if ($Answers.Count -ne 1 -or $Answers[0] -isnot [hashtable] -or -not $Answers[0].ContainsKey('value')) {
        throw 'The script gave more, or less, than one answer.'
    }
    return $Answers[0]
}

# The reply to one request; never throws.
function Invoke-Request {
    [CmdletBinding()]
    param([Parameter(Mandatory = $true)][hashtable]$Request)
    $bridge.Act = $acts -ccontains $Request.op
    $bridge.ActBegun = $false
    $bridge.Actor = $Request.actor
    $bridge.OperationId = $Request.operationId
    try {
        Assert-Arguments -Operation $Request.op -Arguments $Request.arguments
        if ($Request.op -cne 'hello' -and -not $bridge.IsReady) { throw (New-Refusal -Id 'NotGreeted' -Message 'The first request has to be hello.') }
        if ($bridge.Act) { $answers = @(Invoke-Act -Operation $Request.op -Arguments $Request.arguments) }
        else { $answers = @(Invoke-Read -Operation $Request.op -Arguments $Request.arguments) }
        $answer = Get-OneValue -Answers $answers
        return @{ id = $Request.id; ok = $true; result = $answer.value }
    }
    catch {
        return @{ id = $Request.id; ok = $false; error = (Get-Failure -Record $_) }
    }
}

# One line of input: a request and its reply, with the watchdog awake in between.
function Invoke-Line {
    [CmdletBinding()]
    param([Parameter(Mandatory = $true)][ValidateLength(1, 1048576)][string]$Line)
    try {
        $request = Read-Request -Line $Line
    }
    catch {
        # Without a mark there is no way to answer.
        [Console]::Error.WriteLine('A line is no request: ' + $_.Exception.Message)
        [Environment]::Exit(65)
    }
    Set-Deadline -Milliseconds $request.deadlineMs
    Send-Reply -Mark $request.mark -Reply (Invoke-Request -Request $request)
    Clear-Deadline
}
