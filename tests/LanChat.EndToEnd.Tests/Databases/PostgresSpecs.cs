using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Faults;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests.Databases;

[Collection(FaultsCollection.Name)]
public sealed class PostgresSpecs : IDisposable
{
    private const string CannotRemember = "聊天记录暂时无法写入磁盘";
    private const string RemembersAgain = "聊天记录已恢复写入,没有丢失";

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
    public async Task A_room_whose_database_is_stopped_goes_on_says_so_and_remembers_all_when_it_is_started_again()
    {
        using var way = new Detour(PostgresRoom.Database);
        await using (var server = await ServerProgram.Start(Room.Settings(way.Through)))
        {
            using var ann = await LineClient.Enter(server.EndPoint, "Ann");
            await ann.Type("before");
            await ann.Hear("before");

            way.Close();
            await ann.Type("without");
            await ann.Hear("without");
            await ann.Hear(CannotRemember);
            using var ben = await LineClient.Enter(server.EndPoint, "Ben");

            way.Open();
            await ann.Hear(RemembersAgain);
            Assert.Equal(0, await server.Stop());
        }

        await using var again = await ServerProgram.Start(Room.Settings(PostgresRoom.Database));
        var texts = await History(again);
        Assert.Equal(["before", "without"], texts.Where(text => text is "before" or "without"));
    }

    [PostgresFact]
    public async Task It_is_printed_and_looked_through_while_the_room_is_open_and_no_other_server_gets_it()
    {
        Assert.Contains("no history of this room", (await Run("verify")).Errors, StringComparison.Ordinal);
        await using var server = await ServerProgram.Start(Room.Settings(PostgresRoom.Database));
        using var ann = await LineClient.Enter(server.EndPoint, "Ann");
        await ann.Type("我家在上海东边 😀");
        await ann.Hear("我家在上海东边 😀");

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
    public async Task A_database_that_can_t_be_used_is_told_at_the_start_and_whether_it_may_be_later(
        string connection, string told, int code)
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
        Assert.Contains(told, error, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error, StringComparison.Ordinal);
    }
}
