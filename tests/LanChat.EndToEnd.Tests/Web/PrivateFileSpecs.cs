using System.Text;
using System.Text.Json.Nodes;
using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests.Web;

public sealed class PrivateFileSpecs(OneServerWithHistory one) : IClassFixture<OneServerWithHistory>
{
    [Fact]
    public async Task The_link_of_a_private_file_is_sent_to_two_members_and_not_persisted()
    {
        using var ann = await RichClient.Enter(one.Server.EndPoint, "ann");
        using var ben = await RichClient.Enter(one.Server.EndPoint, "ben");
        using var cat = await RichClient.Enter(one.Server.EndPoint, "cat");
        var welcome = await ann.NextFrame(3);
        var tus = new TusClient(one.Server.Page, (string)welcome["data"]!["files"]!["token"]!);
        using var created = await tus.Create("secret.txt", 2, "text/plain", to: "ben");
        using var piece = await tus.Append(tus.LocationOf(created), 0, "hi"u8.ToArray());
        var token = Assert.Single(piece.Headers.GetValues("LanChat-Link")).Split('/')[2];
        await ann.Say("over");

        Assert.Contains(token, await AllUntil(ann, "over"));
        Assert.Contains(token, await AllUntil(ben, "over"));
        Assert.DoesNotContain("secret", await AllUntil(cat, "over"));
        using var eve = await RichClient.Enter(one.Server.EndPoint, "eve", since: 0);
        await eve.Send(new JsonObject { ["search"] = "secret" });
        await eve.Say("that was all");
        Assert.DoesNotContain(token, await AllUntil(eve, "that was all"));
        Assert.All(
            one.Data.EnumerateFiles("*", SearchOption.AllDirectories).Where(file => file.Directory!.Name != "links"
                && file.Name is not ("lock" or "control.sock")),
            file => Assert.DoesNotContain(token, TextOf(file), StringComparison.Ordinal));
    }

    private static async Task<string> AllUntil(RichClient client, string last)
    {
        var all = new StringBuilder();
        while (!all.ToString().Contains($"\"message\":\"{last}\"", StringComparison.Ordinal))
            all.Append((await client.NextFrame())!.ToJsonString());
        return all.ToString();
    }

    private static string TextOf(FileInfo file)
    {
        using var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return reader.ReadToEnd();
    }
}
