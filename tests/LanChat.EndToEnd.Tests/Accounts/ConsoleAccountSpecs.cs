using System.Security.Cryptography;
using System.Text.Json.Nodes;
using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests.Accounts;

/// <summary>What the terminal client does with the user's account.</summary>
public sealed class ConsoleAccountSpecs : AccountServerSpec
{
    private readonly DirectoryInfo _folder;
    private readonly ECDsa _benKey;

    public ConsoleAccountSpecs() => (_folder, _benKey) = (NewFolder(), NewKey());

    [Fact]
    public async Task It_says_who_has_read_a_message_saves_ones_data_and_leaves_for_good()
    {
        var ben = await Enter("ben", _benKey, "1");
        await using var console = Start("ann");
        await Reads(console, "you are ann");
        await Types(console, "/seen");
        await Reads(console, "You have said nothing in this room yet.");
        await Types(console, "hello");
        await Reads(console, "ann: hello");
        var id = await NextSaid(ben);
        await Types(console, "/seen");
        await Reads(console, "Nobody has read it yet");
        await ben.Ask(new JsonObject { ["read"] = id });
        await Types(console, "/seen");
        await Reads(console, "Read by ben (1 of 1).");
        await ben.Ask(new JsonObject { ["tell"] = "psst", ["to"] = "ann" });
        await Reads(console, "psst");
        await ben.Ask(new JsonObject { ["tell"] = "Pizza at eight", ["to"] = "ann" });
        await Reads(console, "Pizza at eight");
        await Types(console, "/private * pizza");
        await Reads(console, "ben → ann: Pizza at eight");
        await Types(console, "/private ben sushi");
        await Reads(console, "No kept private message contains \"sushi\".");

        await Types(console, "/my-data");
        var path = Path.Combine(_folder.FullName, "lanchat-ann.json");
        await Reads(console, $"Saved as {path}.");
        var data = JsonNode.Parse(await File.ReadAllTextAsync(path))!;
        Assert.Equal("ann", (string)data["account"]!["nicks"]![0]!);
        Assert.Equal(
            ["psst", "Pizza at eight"], data["private"]!.AsArray().Select(message => (string)message!["message"]!));

        await Types(console, "/delete-account ben");
        await Reads(console, "Not done");
        await Types(console, "/delete-account ann");
        await Reads(console, "Your account was deleted.");
        var stranger = await Enter("ann", NewKey(), "2"); // nobody owns the name any more
        Assert.Equal(["ben", "ann"], await Members(stranger));
    }

    /// <summary>The id of the next message that somebody says.</summary>
    private static async Task<long> NextSaid(RichClient client)
    {
        while (true)
        {
            var message = await client.NextMessage();
            if ((string)message["kind"]! == "said") return (long)message["id"]!;
        }
    }

    private RunningProgram Start(string nick) => RunningProgram.Start(
        "lanchat",
        [
            "--plain", "--connect", $"{Server}", "--nick", nick, "--set", "lanchat.discovery.port=0",
            "--set", $"lanchat.client.key=\"{Path.Combine(_folder.FullName, "key")}\"",
        ],
        "env", "-C", _folder.FullName);

    private static async Task Types(RunningProgram console, string line)
    {
        await console.Input.WriteLineAsync(line);
        await console.Input.FlushAsync();
    }

    private static async Task Reads(RunningProgram console, string text)
    {
        using var timeout = new CancellationTokenSource(RunningProgram.Timeout);
        while (await console.Output.ReadLineAsync(timeout.Token) is { } line)
        {
            if (line.Contains(text, StringComparison.Ordinal)) return;
        }

        Assert.Fail($"the client has ended: {string.Join('\n', console.Errors)}");
    }
}
