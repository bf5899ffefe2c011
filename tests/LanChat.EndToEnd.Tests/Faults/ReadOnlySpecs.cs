using System.Diagnostics;
using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests.Faults;

public sealed class ReadOnlySpecs : IDisposable
{
    private const string StoreUnavailable = "聊天记录暂时无法写入磁盘";
    private const string StoreRecovered = "聊天记录已恢复写入,没有丢失";

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("lanchat-readonly-");

    public void Dispose() => _data.Delete(recursive: true);

    private string[] Settings =>
        [
            "lanchat.server.history.durability=committed",
            $"lanchat.server.data.folder={_data.FullName}",
            "lanchat.server.room.history-size=100",
        ];

    private Task<ServerProgram> StartReadOnly() => ServerProgram.StartThrough(
        [
            "unshare",
            "--mount",
            "sh",
            "-c",
            $"mount --bind {_data.FullName} {_data.FullName} && mount -o remount,bind,ro {_data.FullName} && exec "
                + $"\"$@\"",
            "sh",
        ],
        Settings, local: true);

    private static void Mount(ServerProgram server, params string[] arguments)
    {
        using var mount = Process.Start(
            "nsenter", ["--target", $"{server.ProcessId}", "--mount", "mount", .. arguments]);
        mount.WaitForExit();
        Assert.Equal(0, mount.ExitCode);
    }

    private static async Task Say(LineClient client, string text)
    {
        await client.Type(text);
        await client.Receive(text);
    }

    private async Task<(long Id, string Text)[]> History()
    {
        await using var server = await ServerProgram.Start(Settings);
        using var reader = await RichClient.Enter(server.EndPoint, "reader");
        return [.. (await reader.NextFrame(0))["data"]!.AsArray().Select(
            message => ((long)message!["id"]!, (string)message["message"]!))];
    }

    [MountFact]
    public async Task A_room_that_starts_read_only_shows_its_history_and_persists_once_it_can()
    {
        await using (var before = await ServerProgram.Start(Settings))
        {
            using var ann = await LineClient.Enter(before.EndPoint, "Ann");
            await Say(ann, "before");
            before.Program.Signal(RunningProgram.Kill); // leaves the message in the write-ahead log only
            await before.Program.ExitCode();
        }

        await using (var server = await StartReadOnly())
        {
            using var ann = await LineClient.Enter(server.EndPoint, "Ann");
            await ann.Receive(StoreUnavailable);
            await Say(ann, "while it is read-only");
            using var ben = await RichClient.Enter(server.EndPoint, "Ben");
            Assert.Contains(
                (await ben.NextFrame(0))["data"]!.AsArray(), message => (string)message!["message"]! == "before");

            Mount(server, "-o", "remount,bind,rw", _data.FullName);
            await ann.Receive(StoreRecovered);
            await Say(ann, "after");
            Assert.Equal(0, await server.Stop());
        }

        var history = await History();
        Assert.Equal(Enumerable.Range(1, history.Length).Select(id => (long)id), history.Select(message => message.Id));
        string[] said = ["before", "while it is read-only", "after"];
        Assert.Equal(said, history.Select(message => message.Text).Where(said.Contains));
    }

    [MountFact]
    public async Task An_empty_read_only_folder_is_an_error_at_the_start()
    {
        var trouble = await Assert.ThrowsAsync<InvalidOperationException>(StartReadOnly);

        Assert.Contains($"cannot write to {_data.FullName}", trouble.Message, StringComparison.Ordinal);
    }

    [MountFact]
    public async Task A_folder_that_becomes_read_only_does_not_affect_an_open_room()
    {
        await using (var server = await ServerProgram.StartThrough(["unshare", "--mount"], Settings, local: true))
        {
            using var ann = await LineClient.Enter(server.EndPoint, "Ann");
            await Say(ann, "before");
            Mount(server, "--bind", _data.FullName, _data.FullName);
            Mount(server, "-o", "remount,bind,ro", _data.FullName);
            await Say(ann, "while it is read-only");
            Assert.Equal(0, await server.Stop());
        }

        Assert.Contains(await History(), message => message.Text == "while it is read-only");
    }
}
