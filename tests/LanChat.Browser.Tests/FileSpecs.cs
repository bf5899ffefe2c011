using System.Security.Cryptography;
using LanChat.Browser.Tests.Browsers;
using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;
using static Microsoft.Playwright.Assertions;

namespace LanChat.Browser.Tests;

public sealed class FileSpecs : IDisposable
{
    private const int Large = 200 * 1024 * 1024;

    private const string CopyAPicture =
        """
        async () => {
          const canvas = document.createElement("canvas");
          canvas.getContext("2d").fillRect(0, 0, 40, 40);
          const picture = await new Promise(resolve => canvas.toBlob(resolve, "image/png"));
          await navigator.clipboard.write([new ClipboardItem({ "image/png": picture })]);
        }
        """;

    private static readonly HttpClient Http = new();

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lanchat-page-files-");

    public void Dispose() => _folder.Delete(recursive: true);

    [BrowserFact]
    public async Task A_pasted_image_is_previewed_and_then_sent_with_its_text()
    {
        await using var server = await ServerProgram.StartWithPage();
        await using var ada = await Visitor.Enter(server, "ada");
        await using var bob = await Visitor.Enter(server, "bob");

        await Paste(ada);
        await Expect(ada.Page.Locator("#preview-to")).ToHaveTextAsync("Send to everyone in Our room");
        await ada.Sees(ada.Page.Locator("#preview img"));
        await ada.Page.Keyboard.TypeAsync("our garden");
        await ada.Page.Keyboard.PressAsync("Enter");

        var picture = bob.Page.Locator("#talk img.preview");
        await bob.Sees(picture);
        await Eventually.Holds(() => picture.EvaluateAsync<bool>(
            "picture => picture.naturalWidth > 0"), () => "the picture was never drawn");
        await Expect(bob.Page.Locator("#talk a[download]")).ToHaveAttributeAsync("download", "image.png");
        await bob.SeesMessage("our garden");
    }

    [BrowserFact]
    public async Task A_pasted_image_that_is_cancelled_is_not_sent()
    {
        await using var server = await ServerProgram.StartWithPage();
        await using var ada = await Visitor.Enter(server, "ada");
        await using var bob = await Visitor.Enter(server, "bob");

        await ada.Page.Locator("#members").GetByText("bob").ClickAsync();
        await Paste(ada);
        await Expect(ada.Page.Locator("#preview-to")).ToHaveTextAsync("Send to bob only");
        await ada.Page.Keyboard.PressAsync("Escape");
        await Expect(ada.Page.Locator("#preview")).ToBeHiddenAsync();
        await ada.Say("over");
        await ada.SeesMessage("over");

        Assert.DoesNotContain(ada.Requests, request => request.AbsolutePath == "/files");
    }

    /// <summary>Copies an image as another program would, and pastes it by key.</summary>
    private static async Task Paste(Visitor visitor)
    {
        await visitor.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await visitor.Page.EvaluateAsync(CopyAPicture);
        await visitor.Composer.FocusAsync();
        await visitor.Page.Keyboard.PressAsync("Control+V");
    }

    [BrowserFact]
    public async Task A_private_file_is_announced_to_its_recipient_only()
    {
        await using var server = await ServerProgram.StartWithPage();
        await using var ada = await Visitor.Enter(server, "ada");
        await using var bob = await Visitor.Enter(server, "bob");
        using var netcat = await LineClient.Enter(server.EndPoint, "carl");
        var notes = FileOf("笔记.txt", "for bob"u8.ToArray());

        await ada.Page.Locator("#members").GetByText("bob").ClickAsync();
        await ada.Page.Locator("#file").SetInputFilesAsync(notes);
        await ada.Sees(ada.Page.Locator("#talk a[download='笔记.txt']"));
        await bob.Page.Locator("#conversations").GetByText("ada").ClickAsync();

        await bob.Sees(bob.Page.Locator("#talk a[download='笔记.txt']"));
        await bob.Page.Locator("#conversations button").First.ClickAsync();
        await bob.Say("over");
        Assert.Equal(("bob", "over"), await netcat.NextSaid());
    }

    [BrowserFact]
    public async Task An_interrupted_upload_is_resumed_in_constant_server_memory()
    {
        await using var server = await ServerProgram.StartWithPage();
        await using var ada = await Visitor.Enter(server, "ada");
        var bytes = RandomNumberGenerator.GetBytes(Large);
        var file = FileOf("large.bin", bytes);
        var before = MostMemoryOf(server);

        await ada.Page.Locator("#file").SetInputFilesAsync(file);
        await Eventually.Holds(
            async () => await ada.Page.Locator("#uploads progress").EvaluateAsync<double>("bar => bar.value") > 0.1,
            () => "nothing was sent");
        await ada.Page.Context.SetOfflineAsync(true);
        await ada.Sees(ada.Page.Locator("#uploads").GetByText("paused, will resume"));
        await ada.Page.Context.SetOfflineAsync(false);
        var link = ada.Page.Locator("#talk a[download='large.bin']");
        await ada.Sees(link);

        await using var download = await Http.GetStreamAsync(
            new Uri(server.Page, await link.GetAttributeAsync("href")));
        Assert.Equal(SHA256.HashData(bytes), await SHA256.HashDataAsync(download));
        Assert.InRange(MostMemoryOf(server) - before, 0, Large / 2);
    }

    [BrowserFact]
    public async Task An_upload_can_be_cancelled()
    {
        await using var server = await ServerProgram.StartWithPage();
        await using var ada = await Visitor.Enter(server, "ada");
        await ada.Page.RouteAsync("**/*", async route =>
        {
            if (route.Request.Method == "PATCH") await route.AbortAsync();
            else await route.ContinueAsync();
        });

        await ada.Page.Locator("#file").SetInputFilesAsync(FileOf("never.txt", "x"u8.ToArray()));
        await ada.Sees(ada.Page.Locator("#uploads").GetByText("paused, will resume"));
        var given = ada.Page.WaitForRequestFinishedAsync(new() { Predicate = request => request.Method == "DELETE" });
        await ada.Page.Locator("#uploads button").ClickAsync();

        Assert.Equal(204, (await (await given).ResponseAsync())!.Status);
        await Expect(ada.Page.Locator("#uploads li")).ToHaveCountAsync(0);
    }

    private string FileOf(string name, byte[] content)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    /// <summary>The peak memory of the process in bytes.</summary>
    private static long MostMemoryOf(ServerProgram server)
    {
        var line = File.ReadLines($"/proc/{server.ProcessId}/status").First(
            one => one.StartsWith("VmHWM:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]) * 1024;
    }
}
