# Makes a Windows 10 or 11 machine a kiosk of one user. Run as administrator; -Undo takes back what it sets.
#
#   powershell -ExecutionPolicy Bypass -File lock-down.ps1 [-User kiosk] [-Shell] [-Undo]
#
# -Shell puts the kiosk in place of the desktop by Shell Launcher, which only the editions Enterprise, Education and IoT
# have. Elsewhere kiosk-task.xml starts it over the desktop: that is less, since the desktop is still beneath it.
# Nobody has run this script on a Windows machine yet: go through it line by line before you trust it.

[CmdletBinding()]
param(
    [string]$User = "kiosk",
    [string]$Program = "C:\jn-presenter\.venv\Scripts\pythonw.exe -m jn_presenter kiosk C:\kiosk\deck --settings C:\kiosk\kiosk.yaml",
    [switch]$Shell,
    [switch]$Undo
)

$ErrorActionPreference = "Stop"

# Key, name, value: all of the machine, so that they hold for every user.
$policies = @(
    # no swipes from the edges: Action Center, task view, the charms of old
    @("HKLM:\SOFTWARE\Policies\Microsoft\Windows\EdgeUI", "AllowEdgeSwipe", 0),
    # no toasts over the show, no lock screen, no hints
    @("HKLM:\SOFTWARE\Policies\Microsoft\Windows\Explorer", "DisableNotificationCenter", 1),
    @("HKLM:\SOFTWARE\Policies\Microsoft\Windows\CurrentVersion\PushNotifications", "NoToastApplicationNotification", 1),
    @("HKLM:\SOFTWARE\Policies\Microsoft\Windows\Personalization", "NoLockScreen", 1),
    @("HKLM:\SOFTWARE\Policies\Microsoft\Windows\CloudContent", "DisableSoftLanding", 1),
    # updates never restart a machine where somebody is signed in, as the kiosk's user always is
    @("HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate\AU", "NoAutoRebootWithLoggedOnUsers", 1),
    @("HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate\AU", "AUOptions", 3),
    # a crashed show is restarted, not reported in a window
    @("HKLM:\SOFTWARE\Microsoft\Windows\Windows Error Reporting", "DontShowUI", 1),
    # nothing starts from a stick by itself
    @("HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Policies\Explorer", "NoDriveTypeAutoRun", 255)
)

foreach ($policy in $policies) {
    $key, $name, $value = $policy
    if ($Undo) {
        Remove-ItemProperty -Path $key -Name $name -ErrorAction SilentlyContinue
    } else {
        if (-not (Test-Path $key)) { New-Item -Path $key -Force | Out-Null }
        Set-ItemProperty -Path $key -Name $name -Value $value -Type DWord
    }
}

# The display and the machine stay awake; the show darkens the screen by its opening hours.
if (-not $Undo) {
    powercfg /change monitor-timeout-ac 0
    powercfg /change standby-timeout-ac 0
    powercfg /change hibernate-timeout-ac 0
}

if ($Shell) {
    $sid = (New-Object System.Security.Principal.NTAccount($User)).Translate([System.Security.Principal.SecurityIdentifier]).Value
    $launcher = [wmiclass]"\\localhost\root\standardcimv2\embedded:WESL_UserSetting"
    if ($Undo) {
        $launcher.RemoveCustomShell($sid) | Out-Null
        $launcher.SetEnabled($false) | Out-Null
    } else {
        Enable-WindowsOptionalFeature -Online -FeatureName Client-EmbeddedShellLauncher -All -NoRestart | Out-Null
        # 0 restarts the shell when it ends, 3 does nothing: what the staff's PIN has ended stays ended (its exit code is 0)
        $launcher.SetDefaultShell("explorer.exe", 0) | Out-Null
        $launcher.SetCustomShell($sid, $Program, @(0), @(3), 0) | Out-Null
        $launcher.SetEnabled($true) | Out-Null
    }
}

Write-Host "完成，重新启动后生效。 Done; it counts from the next start."
Write-Host "竖屏：先在显示设置里旋转，再运行“Tablet PC 设置 → 设置”，用手指点一下提示的屏幕，触摸才会对准。"
Write-Host "Upright screens: turn the display first, then run Tablet PC Settings > Setup and touch the screen that asks for it."
