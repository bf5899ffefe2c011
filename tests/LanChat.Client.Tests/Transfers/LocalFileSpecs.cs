using System.Diagnostics;
using System.Text;
using LanChat.Client.Transfers;

namespace LanChat.Client.Tests.Transfers;

public sealed class LocalFileSpecs : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;
    private readonly ProgressCounter _progress = new();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Write(string name, string content)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, content);
        return path;
    }

    private Task<(LocalFile? File, string Problem)> Read(string path) =>
        LocalFile.ReadAsync(path, 1_000_000, _progress, CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(20));

    private async Task<string> Sent(LocalFile file, long from = 0)
    {
        using var piece = new FileRangeContent(file, from, _progress);
        return await piece.ReadAsStringAsync();
    }

    [Fact]
    public async Task Data_appended_later_is_not_sent()
    {
        var path = Write("app.log", "one\n");
        var (file, _) = await Read(path);
        File.AppendAllText(path, "two\n");

        Assert.True(file!.IsUnchanged);
        Assert.Equal("one\n", await Sent(file));
        Assert.Equal("e\n", await Sent(file, 2));

        File.WriteAllText(path, "1");
        Assert.False(file.IsUnchanged);
    }

    [Fact]
    public async Task A_file_without_size_is_shared_as_it_was_read()
    {
        var (file, problem) = await Read("/proc/cpuinfo");

        Assert.Equal("", problem);
        Assert.InRange(file!.Size, 100, long.MaxValue);
        Assert.Equal("text/plain", file.Type);
        Assert.Equal(file.Size, (await Sent(file)).Length);
        Assert.Equal(file.Size - 10, (await Sent(file, 10)).Length);
    }

    [Fact]
    public async Task A_file_shorter_than_its_size_is_shared_to_its_end()
    {
        const string shorter = "/sys/class/net/lo/mtu";
        var content = await File.ReadAllTextAsync(shorter);

        var (file, problem) = await Read(shorter);

        Assert.Equal("", problem);
        Assert.Equal(content.Length, file!.Size);
        Assert.Equal(content, await Sent(file));
    }

    [Theory]
    [InlineData("/dev/zero")]
    [InlineData("/dev/null")]
    [InlineData("/dev/random")]
    [InlineData("/dev/tty")]
    public async Task A_device_is_refused(string path)
    {
        var (file, problem) = await Read(path);

        Assert.Null(file);
        Assert.StartsWith($"{path} ", problem);
        Assert.Contains("is not a regular file", problem);
    }

    [Fact]
    public async Task A_pipe_and_a_link_to_one_are_refused()
    {
        var (pipe, link) = (Path.Combine(_folder, "pipe"), Path.Combine(_folder, "link"));
        using (var made = Process.Start("mkfifo", [pipe])) await made.WaitForExitAsync();
        File.CreateSymbolicLink(link, pipe);

        Assert.Contains("is not a regular file", (await Read(pipe)).Problem);
        Assert.Contains("is not a regular file", (await Read(link)).Problem);
        Assert.Contains("is not a regular file", SnippetFile.Read(pipe).Problem);
    }

    [Theory]
    [InlineData("Cafe\u0301.txt", "Caf\u00e9.txt")]
    [InlineData("Caf\u00e9.txt", "Cafe\u0301.txt")]
    [InlineData("\uac00.txt", "\u1100\u1161.txt")]
    public async Task A_name_is_found_in_any_Unicode_normalization(string there, string typed)
    {
        Write(there, "x");

        Assert.Equal(
            there.Normalize(NormalizationForm.FormC),
            (await Read(Path.Combine(_folder, typed))).File?.Name.Normalize(NormalizationForm.FormC));
        Assert.NotNull(SnippetFile.Read(Path.Combine(_folder, typed)).Request);
    }

    [Fact]
    public void A_byte_order_mark_is_not_text()
    {
        var path = Path.Combine(_folder, "marked.txt");
        File.WriteAllText(path, "hello", new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));

        Assert.Equal("hello", SnippetFile.Read(path).Request!.Text);
    }
}
