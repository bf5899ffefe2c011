using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests.Databases;

public sealed class PostgresSpecs : IDisposable
{
    private const string StoreUnavailable = "聊天记录暂时无法写入磁盘";
    private const string StoreRecovered = "聊天记录已恢复写入,没有丢失";

    private readonly PostgresRoom? _made = PostgresRoom.Obstacle is null ? new PostgresRoom() : null;

    private PostgresRoom Room => _made!;

    public void Dispose() => _made?.Dispose();

    private static async Task<string[]> History(ServerProgram server)
    {
        using var client = await RichClient.Enter(server.EndPoint, "historian");
        return [.. (await client.NextFrame(0))["data"]!.AsArray().Select(message => (string)message!["message"]!)];
    }

    private async Task<(int Code, string Output, string Errors)> Run(string command)
    {
        await using var program = RunningProgram.Start(
            "lanchat-server", [command, .. Room.Settings(PostgresRoom.Database).SelectMany(
                setting => new[] { "--set", setting })]);
        var output = await program.Output.ReadToEndAsync();
        return (await program.ExitCode(), output, string.Join('\n', program.Errors));
    }

    [PostgresFact]
    public async Task A_room_goes_on_while_its_database_is_stopped_and_persists_everything_afterwards()
    {
        using var proxy = new DatabaseProxy(PostgresRoom.Database);
        await using (var server = await ServerProgram.Start(Room.Settings(proxy.ThroughProxy)))
        {
            using var ann = await LineClient.Enter(server.EndPoint, "Ann");
            await ann.Type("before");
            await ann.Receive("before");

            proxy.Close();
            await ann.Type("without");
            await ann.Receive("without");
            await ann.Receive(StoreUnavailable);
            using var ben = await LineClient.Enter(server.EndPoint, "Ben");

            proxy.Open();
            await ann.Receive(StoreRecovered);
            Assert.Equal(0, await server.Stop());
        }

        await using var again = await ServerProgram.Start(Room.Settings(PostgresRoom.Database));
        var texts = await History(again);
        Assert.Equal(["before", "without"], texts.Where(text => text is "before" or "without"));
    }

    [PostgresFact]
    public async Task A_history_in_PostgreSQL_can_be_exported_and_verified_while_a_server_has_it()
    {
        Assert.Contains("no history of this room", (await Run("verify")).Errors, StringComparison.Ordinal);
        await using var server = await ServerProgram.Start(Room.Settings(PostgresRoom.Database));
        using var ann = await LineClient.Enter(server.EndPoint, "Ann");
        await ann.Type("我家在上海东边 😀");
        await ann.Receive("我家在上海东边 😀");

        var exported = await Run("export");
        Assert.Equal((0, ""), (exported.Code, exported.Errors));
        Assert.Contains("我家在上海东边 😀", exported.Output, StringComparison.Ordinal);
        Assert.Contains(
            "is undamaged: 2 messages, the last is 2.", (await Run("verify")).Output, StringComparison.Ordinal);

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(
            () => ServerProgram.Start(Room.Settings(PostgresRoom.Database)));
        Assert.Contains("is already running", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Username=ann;Password=secret", "127.0.0.1:1", 75)]
    [InlineData("Host=no.such.host.invalid;Username=ann;Password=secret", "no.such.host.invalid", 75)]
    [InlineData("Hst=127.0.0.1", "lanchat.server.history.postgres", 2)]
    public async Task An_unusable_database_is_reported_at_the_start_with_an_exit_code_that_says_whether_to_retry(
        string connection, string expected, int code)
    {
        await using var program = RunningProgram.Start(
            "lanchat-server", [
                "--set",
                "lanchat.discovery.targets=[\"127.255.255.255\"]",
                "--set",
                $"lanchat.server.history.postgres=\"{connection}\"",
            ]);

        Assert.Equal(code, await program.ExitCode());
        var error = Assert.Single(program.Errors);
        Assert.Contains(expected, error, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error, StringComparison.Ordinal);
    }
}
