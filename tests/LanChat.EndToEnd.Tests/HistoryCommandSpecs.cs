using System.Security.Cryptography;
using System.Text.Json.Nodes;
using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests;

public sealed class HistoryCommandSpecs : IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("lanchat-export-");

    public void Dispose() => _data.Delete(recursive: true);

    private async Task<(int Code, string[] Lines, string Errors)> Run(params string[] arguments)
    {
        await using var program = RunningProgram.Start(
            "lanchat-server", [.. arguments, "--name", "Our room", "--data", _data.FullName]);
        var output = await program.Output.ReadToEndAsync();
        return (await program.ExitCode(), output.Split(
            '\n', StringSplitOptions.RemoveEmptyEntries), string.Join('\n', program.Errors));
    }

    [Fact]
    public async Task A_history_can_be_exported_and_searched_while_the_room_is_open()
    {
        await using var server = await ServerProgram.Start(
            "lanchat.server.history.durability=committed", $"lanchat.server.data.folder={_data.FullName}");
        using var ann = await LineClient.Enter(server.EndPoint, "Ann");
        await ann.Type("我家在上海东边 😀");
        await ann.Receive("我家在上海东边 😀");

        var (code, lines, errors) = await Run("export");
        Assert.Equal((0, 2, ""), (code, lines.Length, errors));
        var said = JsonNode.Parse(lines[1])!;
        Assert.Equal(
            (2, "said", "Ann", "我家在上海东边 😀"),
            ((int)said["id"]!, (string)said["kind"]!, (string)said["nick"]!, (string)said["text"]!));
        Assert.Contains("我家在上海东边 😀", lines[1], StringComparison.Ordinal);

        Assert.EndsWith("Ann: 我家在上海东边 😀", (await Run("export", "--format", "text")).Lines[1], StringComparison.Ordinal);
        var found = await Run("search", "上海", "--from", "ann", "--since", "2020-01-01");
        Assert.Equal(0, found.Code);
        Assert.EndsWith("Ann: 我家在上海东边 😀", Assert.Single(found.Lines), StringComparison.Ordinal);
        Assert.Equal(1, (await Run("search", "北京")).Code);
        Assert.Contains(
            "Invalid date never", (await Run("search", "上海", "--since", "never")).Errors, StringComparison.Ordinal);
        var verified = await Run("verify");
        Assert.Equal(0, verified.Code);
        Assert.EndsWith(
            "is undamaged: 2 messages, the last is 2.", Assert.Single(verified.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Times_have_their_zone_also_when_the_clocks_go_back()
    {
        var file = Path.Combine(_data.FullName, "night.jsonl");
        string[] hours = ["00:30:00.000+00:00", "01:30:00.000+00:00"];
        await File.WriteAllLinesAsync(file, hours.Select((hour, at) =>
            $$"""{"time":"2026-10-25T{{hour}}","id":{{at + 1}},"kind":"said","nick":"Ann","from":"10.0.0.1:1","text":"{{at}}"}"""));
        Assert.Equal(0, (await Run("import", file)).Code);

        Assert.Equal(
            ["2026-10-25 02:30:00+02:00 Ann: 0", "2026-10-25 02:30:00+01:00 Ann: 1"], (await RunIn(
                "Europe/Berlin", "export", "--format", "text")).Lines);
        Assert.Equal(
            ["2026-10-25T02:30:00.000+02:00", "2026-10-25T02:30:00.000+01:00"],
            (await RunIn("Europe/Berlin", "export")).Lines.Select(line => (string)JsonNode.Parse(line)!["time"]!));
        Assert.Equal(
            ["2026-10-25 10:30:00+09:00 Ann: 1"],
            (await RunIn("Asia/Tokyo", "search", "", "--since", "2026-10-25 01:00Z")).Lines);
        Assert.Equal(
            ["2026-10-25 10:30:00+09:00 Ann: 1"],
            (await RunIn("Asia/Tokyo", "search", "", "--since", "2026-10-25T02:00:00+01:00")).Lines);
    }

    private async Task<(int Code, string[] Lines)> RunIn(string zone, params string[] arguments)
    {
        await using var program = RunningProgram.Start(
            "lanchat-server", [.. arguments, "--name", "Our room", "--data", _data.FullName], "env", $"TZ={zone}");
        var output = await program.Output.ReadToEndAsync();
        return (await program.ExitCode(), output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task A_damaged_or_missing_history_is_reported()
    {
        var none = await Run("verify");
        Assert.Equal(2, none.Code);
        Assert.Contains("no history of a room named Our room", none.Errors, StringComparison.Ordinal);

        await File.WriteAllTextAsync(
            Path.Combine(_data.CreateSubdirectory("Our room").FullName, "history.db"), new string('x', 5000));
        var damaged = await Run("export");
        Assert.Equal(1, damaged.Code);
        Assert.Empty(damaged.Lines);
        Assert.Contains("history.db", damaged.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Registrations_can_be_listed_and_deleted()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await using (var server = await ServerProgram.Start(
            "lanchat.server.history.durability=committed", $"lanchat.server.data.folder={_data.FullName}"))
        {
            (await RichClient.Enter(server.EndPoint, "老王", key)).Client.Dispose();

            Assert.Matches(@"^老王\t\d{4}-\d\d-\d\d\t\d{4}-\d\d-\d\d\t[0-9a-f]{12}$", Assert.Single(
                (await Run("names", "list")).Lines));
            Assert.Equal(1, (await Run("names", "forget", "老张")).Code);
            Assert.Equal(0, (await Run("names", "forget", "老王")).Code);
            Assert.Empty((await Run("names", "list")).Lines);
            (await RichClient.Enter(server.EndPoint, "老王", key)).Client.Dispose();
            await server.Stop();
        }

        Assert.Equal(1, (await Run("names", "forget", "老张")).Code);
        Assert.Equal((0, ""), (await Run("names", "forget", "老王")) is var (code, _, errors) ? (code, errors) : default);
        Assert.Empty((await Run("names", "list")).Lines);
    }
}
