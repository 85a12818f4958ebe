# What scripts ask of servers. Invoke-Command runs its block here, in the module, where the functions below stand before the real
# commands; what they say comes from the practice site. As through WinRM, only copies of what the block put out come back.
function Invoke-Command {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)]
        [string[]] $ComputerName,
        [Parameter(Mandatory = $true)]
        [scriptblock] $ScriptBlock,
        [object[]] $ArgumentList,
        [object] $SessionOption,
        [switch] $HideComputerName
    )
    foreach ($name in $ComputerName) {
        Send-StandInCall -Caller $PSCmdlet -Bound @{} -ComputerName $name
        if (-not $?) { continue }
        $before = $script:Computer
        $script:Computer = $name
        try {
            $output = @(Microsoft.PowerShell.Core\Invoke-Command -ScriptBlock $ScriptBlock.Ast.GetScriptBlock() -ArgumentList $ArgumentList)
        }
        finally { $script:Computer = $before }
        foreach ($item in $output) {
            $copy = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($item, 1))
            Add-Member -InputObject $copy -NotePropertyName PSComputerName -NotePropertyValue $name -Force -PassThru
        }
    }
}
