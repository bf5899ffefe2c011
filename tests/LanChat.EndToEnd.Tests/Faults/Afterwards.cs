using System.Diagnostics;
using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests.Faults;

/// <summary>What must hold after every fault.</summary>
internal static class Afterwards
{
    private static readonly TimeSpan Promptly = TimeSpan.FromSeconds(1);
    private static int _count;

    /// <summary>
    /// An ordinary client enters and speaks within a second, and the server has no error to tell
    /// of.
    /// </summary>
    public static Task AnybodyIsServed(ServerProgram server) =>
        AnybodyIsServed(server, name => LineClient.Enter(server.EndPoint, name));

    /// <inheritdoc cref="AnybodyIsServed(ServerProgram)"/>
    /// <param name="server">The server.</param>
    /// <param name="enter">
    /// How somebody of a name enters, where that is not by way of loopback.
    /// </param>
    public static async Task AnybodyIsServed(ServerProgram server, Func<string, Task<LineClient>> enter)
    {
        var watch = Stopwatch.StartNew();
        using var client = await enter($"ordinary {Interlocked.Increment(ref _count)}");
        await client.Type("all is well");
        await client.Hear("all is well");

        Assert.True(watch.Elapsed < Promptly, $"it took {watch.Elapsed}");
        Assert.DoesNotContain(server.Program.Errors, line => line.Contains(" error ", StringComparison.Ordinal));
    }
}
