using System.ComponentModel;
using System.Diagnostics;

namespace LanChat.EndToEnd.Tests.Programs;

/// <summary>A test that needs tmux; skipped with the reason without it.</summary>
public sealed class TmuxFactAttribute : FactAttribute
{
    private static readonly string? Obstacle = IsInstalled() ? null : "tmux is not installed";

    public TmuxFactAttribute() => Skip = Obstacle;

    private static bool IsInstalled()
    {
        try
        {
            using var asked = Process.Start(
                new ProcessStartInfo("tmux", "-V") { RedirectStandardOutput = true, RedirectStandardError = true })!;
            asked.WaitForExit();
            return asked.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
