using LanChat.Client.Keys;
using LanChat.Protocol;

namespace LanChat.Client.Tests.Keys;

public sealed class KeyFileSpecs : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lanchat-key-");
    private readonly List<string> _problems = [];

    private string File => Path.Combine(_folder.FullName, "made", "device-key.pem");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_key_is_made_on_first_use_and_is_the_same_ever_after()
    {
        var first = KeyFile.Open(File, _problems.Add);
        var second = KeyFile.Open(File, _problems.Add);

        Assert.Equal(first!.Public, second!.Public);
        Assert.Empty(_problems);
        Assert.Equal([File], Directory.GetFiles(Path.GetDirectoryName(File)!));
        if (OperatingSystem.IsWindows()) return;
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
    }

    [Fact]
    public void What_it_signs_proves_it()
    {
        var key = KeyFile.Open(File, _problems.Add)!;

        var signature = key.Sign(new RoomEvent.Challenged("Our room", "bm9uY2U="), "Ann");

        Assert.True(key.Public.HasSigned(DeviceKey.Proved("Our room", "bm9uY2U=", "Ann"), signature));
    }

    [Theory]
    [InlineData("")]
    [InlineData("no key")]
    [InlineData("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----")]
    public void A_file_that_holds_none_is_left_as_it_is_and_told(string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        System.IO.File.WriteAllText(File, content);

        Assert.Null(KeyFile.Open(File, _problems.Add));

        Assert.Contains(File, Assert.Single(_problems), StringComparison.Ordinal);
        Assert.Equal(content, System.IO.File.ReadAllText(File));
    }

    [Fact]
    public void A_place_that_can_t_be_written_is_told()
    {
        System.IO.File.WriteAllText(Path.Combine(_folder.FullName, "made"), "a file");

        Assert.Null(KeyFile.Open(File, _problems.Add));

        Assert.Single(_problems);
    }

    [Fact]
    public void What_is_there_for_a_moment_makes_none()
    {
        Assert.Null(KeyFile.Secondary(File));
        var key = KeyFile.Open(File, _problems.Add)!;

        var proof = KeyFile.Secondary(File);

        Assert.Equal((key.Public, true), (proof!.Key.Public, proof.IsSecondary));
    }
}
