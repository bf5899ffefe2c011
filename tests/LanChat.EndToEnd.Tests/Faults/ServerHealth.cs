using System.Diagnostics;
using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests.Faults;

/// <summary>What must hold after every fault.</summary>
internal static class ServerHealth
{
    private static readonly TimeSpan Promptly = TimeSpan.FromSeconds(1);
    private static int _count;

    /// <summary>
    /// Asserts that an ordinary client joins and gets its own message back within a second, and
    /// that the server logged no error.
    /// </summary>
    public static Task AssertClientIsServed(ServerProgram server) =>
        AssertClientIsServed(server, name => LineClient.Enter(server.EndPoint, name));

    /// <inheritdoc cref="AssertClientIsServed(ServerProgram)"/>
    /// <param name="server">The server.</param>
    /// <param name="enter">How a client of this nickname joins, if not over loopback.</param>
    public static async Task AssertClientIsServed(ServerProgram server, Func<string, Task<LineClient>> enter)
    {
        var watch = Stopwatch.StartNew();
        using var client = await enter($"ordinary {Interlocked.Increment(ref _count)}");
        await client.Type("all is well");
        await client.Receive("all is well");

        Assert.True(watch.Elapsed < Promptly, $"it took {watch.Elapsed}");
        Assert.DoesNotContain(server.Program.Errors, line => line.Contains(" error ", StringComparison.Ordinal));
    }
}
