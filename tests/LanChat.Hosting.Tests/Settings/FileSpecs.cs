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
    public void A_file_is_read_with_or_without_a_byte_order_mark()
    {
        var text = "lanchat.server.room.name = \"物联网数据平台\"\n"u8.ToArray();

        foreach (var bytes in new[] { text, [.. Encoding.UTF8.Preamble, .. text] })
            Assert.Equal(
                "物联网数据平台", new LayeredSettings([Layer.OfFile(Holding(bytes))]).Text("lanchat.server.room.name"));
    }

    [Fact]
    public void An_error_has_the_path_of_the_file()
    {
        var path = Holding("lanchat.server.room.history-size = many\n"u8.ToArray());

        Assert.Equal(
            $"lanchat.server.room.history-size ({path}): many is not a whole number from 0 to 9",
            SettingsError.Line(
                () => new LayeredSettings([Layer.OfFile(path)]).Number("lanchat.server.room.history-size", 0, 9)));
        Assert.Equal(
            $"{path}: line 1: '}}' is missing",
            SettingsError.Line(() => Layer.OfFile(Holding("lanchat {\n"u8.ToArray()))));
    }

    [Fact]
    public void A_missing_file_cannot_be_read()
    {
        var path = Path.Combine(_folder, "none.conf");
        Assert.StartsWith($"{path}: cannot be read: ", SettingsError.Line(() => Layer.OfFile(path)));
    }

    [Fact]
    public void A_folder_cannot_be_read() =>
        Assert.StartsWith($"{_folder}: cannot be read: ", SettingsError.Line(() => Layer.OfFile(_folder)));

    [Theory]
    [InlineData("")]
    [InlineData("a\0b")]
    public void An_invalid_path_cannot_be_read(string path) =>
        Assert.Contains("cannot be read: ", SettingsError.Line(() => Layer.OfFile(path)));

    [Fact]
    public void A_file_in_another_encoding_is_an_error() => Assert.Equal(
        $"{Path.Combine(_folder, "our room.conf")}: is not UTF-8",
        SettingsError.Line(() => new LayeredSettings(
            [Layer.OfFile(Holding([.. "lanchat.server.room.name = \""u8, 0xFF, 0xC4, .. "\"\n"u8]))])));
}
