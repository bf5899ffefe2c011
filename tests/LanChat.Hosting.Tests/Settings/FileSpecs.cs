using System.Text;

namespace LanChat.Settings.Tests;

public sealed class FileSpecs : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lanchat-settings-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Holding(byte[] bytes)
    {
        var path = Path.Combine(_folder, "our room.conf");
        File.WriteAllBytes(path, bytes);
        return path;
    }

    [Fact]
    public void A_file_is_utf8_with_or_without_a_byte_order_mark()
    {
        var text = "lanchat.server.room.name = \"物联网数据平台\"\n"u8.ToArray();

        foreach (var bytes in new[] { text, [.. Encoding.UTF8.Preamble, .. text] })
            Assert.Equal(
                "物联网数据平台", new LayeredSettings([Layer.OfFile(Holding(bytes))]).Text("lanchat.server.room.name"));
    }

    [Fact]
    public void An_error_names_the_file_by_its_path()
    {
        var path = Holding("lanchat.server.room.history-size = many\n"u8.ToArray());

        Assert.Equal(
            $"lanchat.server.room.history-size ({path}): many is not a whole number from 0 to 9",
            Wrong.Line(
                () => new LayeredSettings([Layer.OfFile(path)]).Number("lanchat.server.room.history-size", 0, 9)));
        Assert.Equal(
            $"{path}: line 1: '}}' is missing",
            Wrong.Line(() => Layer.OfFile(Holding("lanchat {\n"u8.ToArray()))));
    }

    [Fact]
    public void A_file_that_is_not_there_cannot_be_read()
    {
        var path = Path.Combine(_folder, "none.conf");
        Assert.StartsWith($"{path}: cannot be read: ", Wrong.Line(() => Layer.OfFile(path)));
    }

    [Fact]
    public void Neither_can_a_folder() =>
        Assert.StartsWith($"{_folder}: cannot be read: ", Wrong.Line(() => Layer.OfFile(_folder)));

    [Theory]
    [InlineData("")]
    [InlineData("a\0b")]
    public void Nor_what_is_no_path(string path) =>
        Assert.Contains("cannot be read: ", Wrong.Line(() => Layer.OfFile(path)));

    [Fact]
    public void Neither_can_bytes_of_another_encoding() => Assert.Equal(
        $"{Path.Combine(_folder, "our room.conf")}: is not UTF-8",
        Wrong.Line(() => new LayeredSettings(
            [Layer.OfFile(Holding([.. "lanchat.server.room.name = \""u8, 0xFF, 0xC4, .. "\"\n"u8]))])));
}
