using LanChat.Server.Storage;

namespace LanChat.Server.Tests.History;

public sealed class DataFolderSpecs : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private DataFolder Take(string room) => DataFolder.Take(_folder.File("data"), room);

    [Theory]
    [InlineData("Our room")]
    [InlineData("物联网数据平台")]
    public void A_room_s_folder_has_its_name(string room)
    {
        using var folder = Take(room);

        Assert.Equal(room, Path.GetFileName(folder.Path));
    }

    [Theory]
    [InlineData("../../etc")]
    [InlineData("a/b")]
    [InlineData("..")]
    [InlineData(".hidden")]
    [InlineData("nul.txt")]
    [InlineData("///")]
    public void Whatever_a_room_is_called_its_folder_stays_inside(string room)
    {
        using var folder = Take(room);

        Assert.Equal(_folder.File("data"), Path.GetDirectoryName(folder.Path));
        Assert.Matches(@"-[0-9a-f]{12}$", folder.Path);
    }

    [Fact]
    public void Rooms_whose_names_no_file_may_have_share_no_folder()
    {
        using var first = Take("a/b");
        using var second = Take("a:b");

        Assert.NotEqual(first.Path, second.Path);
    }

    [Fact]
    public void A_folder_belongs_to_one_server_at_a_time()
    {
        using (Take("room"))
        {
            Assert.Contains(
                "already running",
                Assert.Throws<HistoryException>(() => Take("room")).Message,
                StringComparison.Ordinal);
        }

        Take("room").Dispose();
    }

    [Fact]
    public void Where_no_folder_can_be_made_it_is_told()
    {
        File.WriteAllText(_folder.File("data"), "");

        Assert.Contains(
            _folder.File("data"),
            Assert.Throws<HistoryException>(() => Take("room")).Message,
            StringComparison.Ordinal);
    }
}
