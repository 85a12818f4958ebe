# Ends this process past the deadline of a request, also while a cmdlet blocks and where nobody outside can end it.

# A runspace of its own for one guard; it holds nothing but the language.
function New-Guard {
    [CmdletBinding()]
    param()
    $state = [initialsessionstate]::Create()
    $state.LanguageMode = 'FullLanguage'
    return [powershell]::Create($state)
}

# The first guard ends the process in order, with exit code 70; the second, five seconds later, by force. Throws where they do not start.
function Start-Watchdog {
    [CmdletBinding()]
    param()
    $watch = [hashtable]::Synchronized(@{ Milliseconds = -1 })
    $watch.Ending = [System.Threading.AutoResetEvent]::new($false)
    $watch.Killing = [System.Threading.AutoResetEvent]::new($false)
    $watch.Ready = [System.Threading.CountdownEvent]::new(2)
    $null = (New-Guard).AddScript({
        param($watch)
        $null = $watch.Ready.Signal()
        while ($watch.Ending.WaitOne($watch.Milliseconds)) { }
        [Environment]::Exit(70)
    }).AddArgument($watch).BeginInvoke()
    $null = (New-Guard).AddScript({
        param($watch)
        $null = $watch.Ready.Signal()
        $wait = -1
        while ($watch.Killing.WaitOne($wait)) {
            $wait = $watch.Milliseconds
            if ($wait -ge 0) { $wait = $wait + 5000 }
        }
        [System.Diagnostics.Process]::GetCurrentProcess().Kill()
    }).AddArgument($watch).BeginInvoke()
    if (-not $watch.Ready.Wait(30000)) { throw 'The guards of the deadline did not start.' }
    return $watch
}

function Set-Deadline {
    [CmdletBinding()]
    param([Parameter(Mandatory = $true)][ValidateRange(-1, 3600000)][int]$Milliseconds)
    $bridge.Watch.Milliseconds = $Milliseconds
    $null = $bridge.Watch.Ending.Set()
    $null = $bridge.Watch.Killing.Set()
}

function Clear-Deadline {
    [CmdletBinding()]
    param()
    Set-Deadline -Milliseconds -1
}
