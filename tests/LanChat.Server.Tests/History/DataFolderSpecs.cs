using LanChat.Server.Storage;

namespace LanChat.Server.Tests.History;

public sealed class DataFolderSpecs : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private DataFolder Acquire(string room) => DataFolder.Acquire(_folder.File("data"), room);

    [Theory]
    [InlineData("Our room")]
    [InlineData("物联网数据平台")]
    public void A_room_s_folder_has_the_room_s_name(string room)
    {
        using var folder = Acquire(room);

        Assert.Equal(room, Path.GetFileName(folder.Path));
    }

    [Theory]
    [InlineData("../../etc")]
    [InlineData("a/b")]
    [InlineData("..")]
    [InlineData(".hidden")]
    [InlineData("nul.txt")]
    [InlineData("///")]
    public void No_room_name_escapes_the_data_folder(string room)
    {
        using var folder = Acquire(room);

        Assert.Equal(_folder.File("data"), Path.GetDirectoryName(folder.Path));
        Assert.Matches(@"-[0-9a-f]{12}$", folder.Path);
    }

    [Fact]
    public void Rooms_with_invalid_file_names_share_no_folder()
    {
        using var first = Acquire("a/b");
        using var second = Acquire("a:b");

        Assert.NotEqual(first.Path, second.Path);
    }

    [Fact]
    public void A_folder_is_locked_by_one_server()
    {
        using (Acquire("room"))
        {
            Assert.Contains(
                "already running",
                Assert.Throws<HistoryException>(() => Acquire("room")).Message,
                StringComparison.Ordinal);
        }

        Acquire("room").Dispose();
    }

    [Fact]
    public void A_folder_that_cannot_be_created_is_named()
    {
        File.WriteAllText(_folder.File("data"), "");

        Assert.Contains(
            _folder.File("data"),
            Assert.Throws<HistoryException>(() => Acquire("room")).Message,
            StringComparison.Ordinal);
    }
}
