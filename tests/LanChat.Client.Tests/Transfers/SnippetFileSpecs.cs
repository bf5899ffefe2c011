using LanChat.Client.Transfers;
using LanChat.Protocol;

namespace LanChat.Client.Tests.Transfers;

public sealed class SnippetFileSpecs : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Write(string name, params byte[] bytes)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    [Fact]
    public void A_text_file_is_shared_without_its_folder()
    {
        var path = Write("my notes.txt", [.. "大家好\n"u8]);

        Assert.Equal(new ClientMessage.Share("my notes.txt", "大家好\n", null), SnippetFile.Read(path).Request);
        Assert.Equal(new ClientMessage.Share("gbk.txt", "你好", null), SnippetFile.Read(
            Write("gbk.txt", 0xC4, 0xE3, 0xBA, 0xC3)).Request);
        Assert.Equal(new ClientMessage.Share("empty", "", null), SnippetFile.Read(Write("empty")).Request);
    }

    [Fact]
    public void An_unreadable_file_is_reported_by_the_typed_name()
    {
        var large = Write("large", new byte[SnippetFile.MaxBytes + 1]);

        ExpectProblem(Path.Combine(_folder, "none"), "File not found");
        ExpectProblem(_folder, "is a folder");
        ExpectProblem(Write("picture", 0x89, 0x50, 0x4E, 0x47, 0x00), "is not a text file");
        ExpectProblem(large, "is too large");
        ExpectProblem("a\0b", "File not found");
    }

    [Fact]
    public void A_tilde_is_the_home_folder()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);

        Assert.Equal(home, UserPath.Expand("~"));
        Assert.Equal(home + "/a~", UserPath.Expand("~/a~"));
        Assert.Equal("~a", UserPath.Expand("~a"));
        Assert.Equal("/x/~", UserPath.Expand("/x/~"));
    }

    private static void ExpectProblem(string path, string part)
    {
        var read = SnippetFile.Read(path);

        Assert.Null(read.Request);
        Assert.Contains(path, read.Problem);
        Assert.Contains(part, read.Problem);
    }
}
