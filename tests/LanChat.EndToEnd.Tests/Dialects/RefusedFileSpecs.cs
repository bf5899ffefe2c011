using System.Text.Json;
using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;
using LanChat.Protocol;

namespace LanChat.EndToEnd.Tests.Dialects;

/// <summary>
/// Refused files: the sender is told the reason, nothing is published, nothing is stored.
/// </summary>
public sealed class RefusedFileSpecs : IAsyncLifetime
{
    private ServerProgram _server = null!;
    private OlderClient _sender = null!;
    private OlderClient _receiver = null!;

    public async Task InitializeAsync()
    {
        _server = await ServerProgram.StartWithAllDialects(
            "lanchat.server.files.size=20", "lanchat.server.files.total=30", "lanchat.server.files.count=3");
        _receiver = await OlderClient.Connect(_server.EndPointOf("miniqq"), "127.0.0.12");
        _sender = await OlderClient.Connect(_server.EndPointOf("miniqq"), "127.0.0.11");
        await _receiver.Next("127.0.0.11");
        await _sender.Next("127.0.0.12");
    }

    public async Task DisposeAsync()
    {
        _sender.Dispose();
        _receiver.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task File_names_with_paths_or_control_characters_are_refused()
    {
        string[] hostile =
        [
            "../x", "/etc/passwd", "a/b", "..", ".", "...", "", "  ", " . ", "a\nb", "a\u001Bb", "a\u202Etxt.exe",
            "\u0085", "x\uFFFF",
        ];

        foreach (var name in hostile)
        {
            await Share(name, "content");
            Assert.Equal(Answer(Refusal.FileNameInvalid), await _sender.Next());
        }

        await Share(" clean.txt. ", "as it is\u0001");
        Assert.Equal(
            """{"type":"3","sourceIP":"127.0.0.11","filename":"clean.txt","content":"as it is\u0001"}""",
            await _receiver.Next());
    }

    [Fact]
    public async Task A_file_that_is_too_large_takes_no_space()
    {
        for (var time = 0; time < 5; time++)
        {
            await Share("large.txt", new string('x', 21));
            Assert.Equal(Answer(Refusal.FileTooLarge), await _sender.Next());
        }

        await Share("fits.txt", new string('x', 20));
        await _receiver.Next("fits.txt");
    }

    [Fact]
    public async Task A_file_beyond_the_total_size_is_refused()
    {
        await Share("one.txt", new string('x', 20));
        await _receiver.Next("one.txt");
        await Share("two.txt", new string('x', 11));
        Assert.Equal(Answer(Refusal.FilesFull), await _sender.Next());
        await Share("three.txt", new string('x', 10));
        Assert.Contains("three.txt", await _receiver.Next());
    }

    [Fact]
    public async Task A_file_beyond_the_maximum_count_is_refused()
    {
        for (var number = 1; number <= 3; number++)
        {
            await Share($"{number}.txt", "");
            await _receiver.Next($"{number}.txt");
        }

        await Share("4.txt", "");
        Assert.Equal(Answer(Refusal.FilesFull), await _sender.Next());
    }

    [Fact]
    public async Task A_file_without_name_or_content_is_refused()
    {
        foreach (var incomplete in new[] { """{"type":"3","content":"x"}""", """{"type":"3","filename":"x"}""", """{"type":"3"}""" })
        {
            await _sender.Send(incomplete);
            Assert.Equal(Answer(Refusal.Incomplete), await _sender.Next());
        }
    }

    private static string Answer(Refusal why) => $$"""{"type":"1","sourceIP":"系统消息","content":"{{why.Text}}"}""";

    private Task Share(string name, string content) =>
        _sender.Send(JsonSerializer.Serialize(new { type = "3", filename = name, content }));
}
