using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests.Dialects;

/// <summary>Clients that connect and do not join.</summary>
public sealed class SilentClientSpecs : IAsyncLifetime
{
    private ServerProgram _server = null!;

    public async Task InitializeAsync() =>
        _server = await ServerProgram.StartWithAllDialects("lanchat.server.limits.greeting=300ms");

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [InlineData("json", "")]
    [InlineData("terminal", "")]
    [InlineData("colon", "")]
    [InlineData("pychat", "")]
    [InlineData("pychat", """{"type":"login","msg":"half""")]
    [InlineData("pychat", """{"type":"help","msg":null}""")]
    [InlineData("line", "")]
    [InlineData("line", "login half")]
    public async Task A_client_that_sends_no_nickname_in_time_is_disconnected(string dialect, string said)
    {
        using var client = await OlderClient.Connect(_server.EndPointOf(dialect));
        if (said.Length > 0) await client.Send(said);

        await client.Next("No nickname came in time.");
        Assert.Null(await client.NextOrEnd());
    }

    [Fact]
    public async Task A_client_that_joins_by_connecting_may_stay_silent()
    {
        using var silent = await OlderClient.Connect(_server.EndPointOf("miniqq"), "127.0.0.11");
        await silent.Next();
        using var other = await OlderClient.Connect(_server.EndPointOf("colon"));
        await other.Next("No nickname came in time.");

        using var witness = await LineClient.Enter(_server.EndPoint, "witness");
        await silent.Next("witness");
    }
}
