# What scripts ask of servers. Invoke-Command runs its block here, in the module, where the functions below stand before the real
# commands; what they say comes from the practice site. As through WinRM, only copies of what the block put out come back.
function Invoke-Command {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)]
        [string[]] $ComputerName,
        [Parameter(Mandatory = $true)]
        [scriptblock] $ScriptBlock,
        [object[]] $ArgumentList
    )
    # An error inside the block comes back as one of this call.
    $ErrorActionPreference = Get-StandInPreference -Caller $PSCmdlet -Bound $PSBoundParameters
    foreach ($name in $ComputerName) {
        $answer = Get-StandInReply -Caller $PSCmdlet -Bound @{} -ComputerName $name
        Write-StandInFault -Caller $PSCmdlet -Bound $PSBoundParameters -Answer $answer
        if ($answer.Errors.Count -gt 0) { continue }
        $before = $script:Computer
        $script:Computer = $name
        try {
            $output = @(Microsoft.PowerShell.Core\Invoke-Command -ScriptBlock $ScriptBlock.Ast.GetScriptBlock() -ArgumentList $ArgumentList)
        }
        finally { $script:Computer = $before }
        foreach ($item in @($output | Where-Object { $null -ne $_ })) {
            $copy = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($item, 1))
            Add-Member -InputObject $copy -NotePropertyName PSComputerName -NotePropertyValue $name -Force -PassThru
        }
    }
}

# The list that Windows itself gives of its sessions, as the function of the same name in ../scripts gives it.
function Get-WindowsSession {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)]
        [string] $ComputerName
    )
    Send-StandInCall -Caller $PSCmdlet -Bound @{} -ComputerName $ComputerName
}

# Not exported: these stand for Windows' own commands inside the block of Invoke-Command alone.
function Get-Service {
    [CmdletBinding()]
    param(
        [Parameter(Position = 0)]
        [string] $Name
    )
    Send-StandInCall -Caller $PSCmdlet -Bound $PSBoundParameters -ComputerName $script:Computer
}

function Restart-Service {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true, Position = 0)]
        [string] $Name,
        [switch] $Force
    )
    Send-StandInCall -Caller $PSCmdlet -Bound $PSBoundParameters -ComputerName $script:Computer
}

function Get-Process {
    [CmdletBinding()]
    param(
        [Parameter(Position = 0)]
        [string] $Name,
        [int] $Id
    )
    Send-StandInCall -Caller $PSCmdlet -Bound $PSBoundParameters -ComputerName $script:Computer
}

function Get-CimInstance {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true, Position = 0)]
        [string] $ClassName,
        [string] $Filter
    )
    Send-StandInCall -Caller $PSCmdlet -Bound $PSBoundParameters -ComputerName $script:Computer
}

function Get-ItemProperty {
    [CmdletBinding()]
    param(
        [Parameter(Position = 0)]
        [string] $Path,
        [string] $LiteralPath,
        [string[]] $Name
    )
    Send-StandInCall -Caller $PSCmdlet -Bound $PSBoundParameters -ComputerName $script:Computer
}
