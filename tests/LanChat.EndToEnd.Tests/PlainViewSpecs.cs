using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests;

/// <summary>The client in a dumb terminal and in plain mode.</summary>
public sealed class PlainViewSpecs(OneServer one) : IClassFixture<OneServer>
{
    [Theory]
    [InlineData("dumb")]
    [InlineData("xterm-256color", "--plain")]
    public async Task Every_event_is_one_line_and_the_cursor_never_moves(
        string terminal, params string[] option)
    {
        using var other = await LineClient.Enter(one.Server.EndPoint, $"other-{terminal}");
        await using var ann = ConsoleClient.Start(terminal, [.. option, "--set", "lanchat.discovery.port=0"]);

        await ann.Sees("note: Searching for rooms …");
        ann.Press($"{one.Server.EndPoint}\n");
        await ann.Sees("question: Your nickname");
        ann.Press($"ann-{terminal}\n");
        await ann.Sees($"room: Our room, {one.Server.EndPoint}; you are ann-{terminal}");
        await other.Type($"hello ann-{terminal}!");
        await ann.Sees($" other-{terminal}, for you: hello ann-{terminal}!");
        ann.Press("你好\n");
        await other.Receive("你好");
        await ann.Sees($" ann-{terminal}: 你好");
        other.Dispose();
        await ann.Sees($" other-{terminal} left");
        ann.Press("/bogus\n");
        await ann.Sees("problem: Unknown command /bogus");

        ann.Press("/quit\n");
        Assert.Equal(0, await ann.ExitCode());
        Assert.False(ann.HasWrittenControlSequences);
    }

    [Fact]
    public async Task Plain_mode_needs_no_terminal()
    {
        await using var client = RunningProgram.Start(
            "lanchat", ["--plain", "--connect", $"{one.Server.EndPoint}", "--nick", "piped"]);

        Assert.StartsWith("note: Entering", await client.Output.ReadLineAsync());
        Assert.StartsWith("room: Our room", await client.Output.ReadLineAsync());
        client.Input.Close();
        Assert.Equal(0, await client.ExitCode());
    }
}
