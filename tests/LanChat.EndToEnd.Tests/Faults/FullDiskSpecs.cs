using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests.Faults;

public sealed class FullDiskSpecs : IDisposable
{
    private const string StoreUnavailable = "聊天记录暂时无法写入磁盘";
    private const string StoreRecovered = "聊天记录已恢复写入,没有丢失";

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("lanchat-full-");

    public void Dispose() => _data.Delete(recursive: true);

    [MountFact]
    public async Task A_room_goes_on_while_its_disk_is_full_and_persists_everything_afterwards()
    {
        await using var server = await ServerProgram.StartThrough(
            ["unshare", "--mount", "sh", "-c", $"mount -t tmpfs -o size=4m none {_data.FullName} && exec \"$@\"", "sh"],
            [
                "lanchat.server.history.durability=committed",
                $"lanchat.server.data.folder={_data.FullName}",
                "lanchat.server.room.history-size=100",
            ],
            local: true);
        using var ann = await LineClient.Enter(server.EndPoint, "Ann");
        var ballast = $"/proc/{server.ProcessId}/root{_data.FullName}/ballast";
        Fill(ballast);

        await ann.Type("on a full disk");
        await ann.Receive("on a full disk");
        await ann.Receive(StoreUnavailable);
        using var cid = await LineClient.Enter(server.EndPoint, "Cid");

        File.Delete(ballast);
        await ann.Receive(StoreRecovered);
        string[] log = ["the history cannot be written", "the history is written again"];
        await Eventually.Holds(
            () => log.All(part => server.Program.Errors.Any(line => line.Contains(part, StringComparison.Ordinal))),
            () => "not in the log");

        using var ben = await RichClient.Enter(server.EndPoint, "Ben");
        var texts = (await ben.NextFrame(0))["data"]!.AsArray().Select(
            message => (string)message!["message"]!).ToArray();
        Assert.Contains("on a full disk", texts);
        Assert.Contains(texts, text => text.Contains(StoreUnavailable, StringComparison.Ordinal));
    }

    private static void Fill(string ballast)
    {
        using var file = new FileStream(ballast, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        for (var size = 65536; size >= 1; size /= 2)
        {
            try
            {
                while (true) file.Write(new byte[size]);
            }
            catch (IOException)
            {
                // No more writes of this size fit; a smaller one may.
            }
        }
    }
}
