using System.Security.Cryptography;
using System.Text;
using LanChat.Browser.Tests.Browsers;
using LanChat.EndToEnd.Tests.Programs;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LanChat.Browser.Tests;

public sealed class ChecksumSpecs
{
    private const string HashByPieces =
        """
        async ({ text, times, piece }) => {
          const { Sha256 } = await import("/crypto/sha256.js");
          const bytes = new TextEncoder().encode(text.repeat(times));
          const hash = new Sha256();
          for (let at = 0; at < bytes.length; at += piece) hash.update(bytes.subarray(at, at + piece));
          return hash.finish();
        }
        """;

    [BrowserTheory]
    [InlineData("", 1, 1, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData("abc", 1, 1, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    [InlineData(
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        1,
        7,
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")]
    [InlineData("a", 1_000_000, 999, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")]
    public async Task A_text_hashed_in_chunks_has_the_standard_hash(
        string text, int times, int piece, string hash)
    {
        await using var server = await ServerProgram.StartWithPage();
        await using var somebody = await Visitor.Open(server.Page);

        Assert.Equal(hash, await somebody.Page.EvaluateAsync<string>(HashByPieces, new { text, times, piece }));
    }

    [BrowserFact]
    public async Task Every_length_around_a_block_boundary_has_the_right_hash()
    {
        await using var server = await ServerProgram.StartWithPage();
        await using var somebody = await Visitor.Open(server.Page);

        foreach (var times in Enumerable.Range(50, 20).Concat(Enumerable.Range(115, 20)))
        {
            var expected = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(new string('x', times))));
            Assert.Equal(expected, await somebody.Page.EvaluateAsync<string>(
                HashByPieces, new { text = "x", times, piece = 64 }));
        }
    }

    [BrowserFact]
    public async Task A_file_is_hashed_before_it_is_sent_and_its_hash_announced()
    {
        await using var server = await ServerProgram.StartWithPage();
        await using var ada = await Visitor.Enter(server, "ada");
        var bytes = RandomNumberGenerator.GetBytes(3_000_001);
        var announced = ada.Page.WaitForRequestAsync(request => request.Method == "POST");
        await ada.Page.EvaluateAsync(
            """
            () => {
              globalThis.told = [];
              new MutationObserver(() => told.push(document.querySelector("#uploads .muted")?.textContent))
                .observe(document.querySelector("#uploads"), { childList: true, subtree: true, characterData: true });
            }
            """);

        await ada.Page.Locator("#file").SetInputFilesAsync(
            new FilePayload { Name = "some.bin", MimeType = "application/octet-stream", Buffer = bytes });

        Assert.Contains(
            $"sha256 {Base64(Convert.ToHexStringLower(SHA256.HashData(bytes)))}",
            (await announced).Headers["upload-metadata"].Split(','));
        await ada.Sees(ada.Page.Locator("#talk a[download='some.bin']"));
        Assert.Contains("checking, 100 %", await ada.Page.EvaluateAsync<string[]>("told"));
    }

    [BrowserFact]
    public async Task A_file_with_another_hash_is_reported_and_not_shared()
    {
        await using var server = await ServerProgram.StartWithPage();
        await using var ada = await Visitor.Enter(server, "ada");
        await ada.Page.RouteAsync("**/files", async route =>
        {
            var headers = route.Request.Headers.ToDictionary();
            headers["upload-metadata"] = $"filename {Base64("some.txt")},sha256 {Base64(new string('0', 64))}";
            await route.ContinueAsync(new() { Headers = headers });
        });

        await ada.Page.Locator("#file").SetInputFilesAsync(TextFile("some.txt"));

        await ada.Sees(ada.Page.Locator("#talk .note").GetByText("Checksum mismatch"));
        await Expect(ada.Page.Locator("#talk a[download]")).ToHaveCountAsync(0);
        await Expect(ada.Page.Locator("#uploads li")).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task A_file_cancelled_while_it_is_hashed_is_not_sent_and_the_next_one_is()
    {
        await using var server = await ServerProgram.StartWithPage();
        await using var ada = await Visitor.Enter(server, "ada");
        await ada.Page.EvaluateAsync(
            """
            () => {
              const read = Blob.prototype.arrayBuffer;
              const wait = new Promise((resolve) => (globalThis.letRead = resolve));
              Blob.prototype.arrayBuffer = async function () { await wait; return read.call(this); };
            }
            """);

        await ada.Page.Locator("#file").SetInputFilesAsync([TextFile("one.txt"), TextFile("two.txt")]);
        await ada.Page.Locator("#uploads li").Filter(
            new() { HasText = "one.txt" }).GetByRole(AriaRole.Button).ClickAsync();
        await ada.Page.EvaluateAsync("letRead()");

        await ada.Sees(ada.Page.Locator("#talk a[download='two.txt']"));
        await Expect(ada.Page.Locator("#talk .note, #talk a[download='one.txt']")).ToHaveCountAsync(0);
        Assert.Single(ada.Requests, request => request.AbsolutePath == "/files");
    }

    [BrowserFact]
    public async Task A_file_that_cannot_be_read_is_reported()
    {
        await using var server = await ServerProgram.StartWithPage();
        await using var ada = await Visitor.Enter(server, "ada");
        await ada.Page.EvaluateAsync(
            "() => { Blob.prototype.arrayBuffer = async () => { throw new DOMException('gone', 'NotReadableError'); "
                + "}; }");

        await ada.Page.Locator("#file").SetInputFilesAsync(TextFile("one.txt"));

        await ada.Sees(ada.Page.Locator("#talk .note").GetByText("“one.txt”. The file can't be read."));
        await Expect(ada.Page.Locator("#uploads li")).ToHaveCountAsync(0);
    }

    private static FilePayload TextFile(string name) =>
        new() { Name = name, MimeType = "text/plain", Buffer = "some"u8.ToArray() };

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
