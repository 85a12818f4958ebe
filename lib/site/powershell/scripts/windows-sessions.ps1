# A server's own list of its Windows sessions, asked of Windows itself: what a command prints for people changes with the language.

# The one block of compiled code of the bridge; its text is pinned by SHA-256 in lib/site/powershell/check.
function Import-WindowsSessionType {
    [CmdletBinding()]
    param()
    if ($null -ne ('Ghostdesk.WindowsSessions' -as [type])) { return }
    Add-Type -TypeDefinition @'
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Ghostdesk
{
    public sealed class WindowsSession
    {
        public int Id;
        public int State;
        public string Station;
        public string Domain;
        public string User;
    }

    // WTS_SESSION_INFO_1W
    [StructLayout(LayoutKind.Sequential)]
    public struct SessionInfo
    {
        public int ExecEnvId;
        public int State;
        public int SessionId;
        public IntPtr SessionName;
        public IntPtr HostName;
        public IntPtr UserName;
        public IntPtr DomainName;
        public IntPtr FarmName;
    }

    public static class WindowsSessions
    {
        private const int TypeSessionInfoLevel1 = 2;

        [DllImport("wtsapi32.dll", CharSet = CharSet.Unicode, EntryPoint = "WTSOpenServerExW")]
        private static extern IntPtr WTSOpenServerEx(string serverName);

        [DllImport("wtsapi32.dll")]
        private static extern void WTSCloseServer(IntPtr server);

        [DllImport("wtsapi32.dll", SetLastError = true, EntryPoint = "WTSEnumerateSessionsExW")]
        [return: MarshalAs(UnmanagedType.Bool)]
        private static extern bool WTSEnumerateSessionsEx(IntPtr server, ref int level, int filter, out IntPtr sessions, out int count);

        [DllImport("wtsapi32.dll", EntryPoint = "WTSFreeMemoryExW")]
        [return: MarshalAs(UnmanagedType.Bool)]
        private static extern bool WTSFreeMemoryEx(int typeClass, IntPtr memory, int count);

        public static WindowsSession[] Of(string serverName)
        {
            IntPtr server = WTSOpenServerEx(serverName);
            if (server == IntPtr.Zero) throw new Win32Exception(1722);
            try
            {
                return Enumerate(server);
            }
            finally
            {
                WTSCloseServer(server);
            }
        }

        private static WindowsSession[] Enumerate(IntPtr server)
        {
            int level = 1;
            int count;
            IntPtr sessions;
            if (!WTSEnumerateSessionsEx(server, ref level, 0, out sessions, out count))
            {
                throw new Win32Exception(Marshal.GetLastWin32Error());
            }
            try
            {
                List<WindowsSession> all = new List<WindowsSession>();
                int size = Marshal.SizeOf(typeof(SessionInfo));
                for (int index = 0; index < count; index++)
                {
                    IntPtr place = new IntPtr(sessions.ToInt64() + (long)index * size);
                    SessionInfo info = (SessionInfo)Marshal.PtrToStructure(place, typeof(SessionInfo));
                    WindowsSession session = new WindowsSession();
                    session.Id = info.SessionId;
                    session.State = info.State;
                    session.Station = Marshal.PtrToStringUni(info.SessionName);
                    session.Domain = Marshal.PtrToStringUni(info.DomainName);
                    session.User = Marshal.PtrToStringUni(info.UserName);
                    all.Add(session);
                }
                return all.ToArray();
            }
            finally
            {
                WTSFreeMemoryEx(TypeSessionInfoLevel1, sessions, count);
            }
        }
    }
}
'@
}

# Numbers of WTS_CONNECTSTATE_CLASS as the three states that matter here; null for what is no session: a listener, a station that
# waits for a client, one that is down. A number that is not known is an error: it might be somebody's session.
function ConvertFrom-WindowsState {
    [CmdletBinding()]
    param([Parameter(Mandatory = $true)][int]$State)
    switch ($State) {
        0 { return 'Active' }
        1 { return 'Connected' }
        2 { return 'Connected' }
        3 { return 'Active' }
        4 { return 'Disconnected' }
        5 { return $null }
        6 { return $null }
        7 { return 'Disconnected' }
        8 { return $null }
        9 { return 'Connected' }
    }
    throw (New-Refusal -Id 'UnknownWindowsState' -Message ('The server lists a session in a state that is not known: ' + $State + '.'))
}

# One row for each Windows session of a server: id, user (DOMAIN\account or null) and state. Without the services' session 0, without
# listeners, and without a console at which nobody is. A server that cannot be asked is an error, never an empty list.
function Get-WindowsSession {
    [CmdletBinding()]
    param([Parameter(Mandatory = $true)][ValidatePattern('\A[A-Za-z0-9_][A-Za-z0-9_.-]{0,254}\z')][string]$ComputerName)
    if ([Environment]::OSVersion.Platform -ne 'Win32NT') {
        throw (New-Refusal -Id 'WindowsNeeded' -Message 'Windows sessions can be listed from Windows only.')
    }
    Import-WindowsSessionType
    foreach ($session in [Ghostdesk.WindowsSessions]::Of($ComputerName)) {
        $hasUser = -not [string]::IsNullOrEmpty($session.User)
        $state = ConvertFrom-WindowsState -State $session.State
        # A station that is waiting or down, but still has its user, is still a session of that user.
        if ($null -eq $state -and $hasUser) { $state = 'Disconnected' }
        if ($session.Id -eq 0 -or $null -eq $state) { continue }
        if ($session.Station -eq 'Console' -and -not $hasUser) { continue }
        $user = $null
        if ($hasUser) { $user = $session.Domain + '\' + $session.User }
        Write-Output -InputObject ([pscustomobject]@{ id = $session.Id; user = $user; state = $state })
    }
}
