using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Databases;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests;

public sealed class ImportSpecs : IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("lanchat-import-");

    public void Dispose() => _data.Delete(recursive: true);

    private string DataIn(string folder) => $"lanchat.server.data.folder={Path.Combine(_data.FullName, folder)}";

    private static async Task<(int Code, string Output, string Errors)> Run(
        string[] settings, string[] arguments, string input = "")
    {
        await using var program = RunningProgram.Start(
            "lanchat-server",
            [.. arguments, .. settings.Prepend(
                "lanchat.server.room.name=\"Our room\"").SelectMany(setting => new[] { "--set", setting })]);
        await program.Input.WriteAsync(input);
        program.Input.Close();
        var output = await program.Output.ReadToEndAsync();
        return (await program.ExitCode(), output, string.Join('\n', program.Errors));
    }

    /// <summary>Exports a room that has one message.</summary>
    private async Task<string> Exported()
    {
        await using (var server = await ServerProgram.Start("lanchat.server.history.durability=committed", DataIn("a")))
        {
            using var ann = await LineClient.Enter(server.EndPoint, "Ann");
            await ann.Type("我家在上海东边 😀");
            await ann.Receive("我家在上海东边 😀");
            await server.Stop();
        }

        return (await Run([DataIn("a")], ["export"])).Output;
    }

    [Fact]
    public async Task An_export_can_be_imported_unchanged_into_an_empty_history_only()
    {
        var exported = await Exported();
        Assert.Equal((0, "Imported: 2 messages.\n", ""), await Run([DataIn("b")], ["import", "-"], exported));
        Assert.Equal(exported, (await Run([DataIn("b")], ["export"])).Output);

        var again = await Run([DataIn("b")], ["import", "-"], exported);
        Assert.Equal((1, ""), (again.Code, again.Output));
        Assert.Contains("import needs an empty one", again.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_one_invalid_line_nothing_is_imported()
    {
        var file = Path.Combine(_data.FullName, "lines");
        await File.WriteAllTextAsync(file, await Exported() + "{}\n");

        var refused = await Run([DataIn("b")], ["import", file]);

        Assert.Equal((1, ""), (refused.Code, refused.Output));
        Assert.Contains($"{file}, line 3:", refused.Errors, StringComparison.Ordinal);
        Assert.Equal(2, (await Run([DataIn("b")], ["export"])).Code);
        Assert.Equal(2, (await Run([DataIn("b")], ["import", file + " that is not there"])).Code);
        var folder = await Run([DataIn("b")], ["import", _data.FullName]);
        Assert.Equal((2, true), (folder.Code, folder.Errors.Contains("is a folder", StringComparison.Ordinal)));
        await File.WriteAllTextAsync(file, "hello\n");
        Assert.Contains($"{file}, line 1: not a JSON object", (await Run(
            [DataIn("b")], ["import", file])).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_open_room_refuses_an_import()
    {
        var exported = await Exported();
        await using var server = await ServerProgram.Start("lanchat.server.history.durability=committed", DataIn("b"));

        var refused = await Run([DataIn("b")], ["import", "-"], exported);

        Assert.Equal(1, refused.Code);
        Assert.Contains("already running", refused.Errors, StringComparison.Ordinal);
    }

    [PostgresFact]
    public async Task An_export_round_trips_through_PostgreSQL()
    {
        using var room = new PostgresRoom();
        var exported = await Exported();
        Assert.Equal(0, (await Run(room.Settings(PostgresRoom.Database), ["import", "-"], exported)).Code);
        Assert.Equal(exported, (await Run(room.Settings(PostgresRoom.Database), ["export"])).Output);
    }
}
