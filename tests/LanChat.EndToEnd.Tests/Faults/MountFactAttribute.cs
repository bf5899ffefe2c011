using System.Diagnostics;

namespace LanChat.EndToEnd.Tests.Faults;

/// <summary>A test that needs a mount namespace; skipped with the reason without one.</summary>
public sealed class MountFactAttribute : FactAttribute
{
    private static readonly string? Obstacle = FindObstacle();

    public MountFactAttribute() => Skip = Obstacle;

    private static string? FindObstacle()
    {
        if (!OperatingSystem.IsLinux()) return "such a disk is made with a mount namespace, so on Linux only";
        using var mount = Process.Start(new ProcessStartInfo(
            "unshare", ["--mount", "mount", "-t", "tmpfs", "none", "/mnt"])
        {
            RedirectStandardError = true,
        });
        mount!.WaitForExit();
        return mount.ExitCode == 0 ? null : "such a disk is made with a mount namespace, which needs root";
    }
}
