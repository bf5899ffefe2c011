using LanChat.Server.Web;

namespace LanChat.Server.Tests.Web;

public sealed class TusMetadataSpecs
{
    [Fact]
    public void Pairs_are_read_with_or_without_spaces_and_a_key_may_stand_alone()
    {
        Assert.True(TusMetadata.TryRead("filename 5Zu+LnBuZw==, to YW5u,is_secret", out var values));

        Assert.Equal(("图.png", "ann", ""), (values["filename"], values["to"], values["is_secret"]));
    }

    [Theory]
    [InlineData("filename ???")]
    [InlineData("filename YQ")]
    [InlineData("filename /w==")]
    [InlineData("filename YQ==,filename Yg==")]
    public void What_is_no_base64_no_text_or_there_twice_is_refused(string header) =>
        Assert.False(TusMetadata.TryRead(header, out _));

    [Theory]
    [InlineData(4096, true)]
    [InlineData(4097, false)]
    public void It_has_a_bound(int length, bool isRead) =>
        Assert.Equal(isRead, TusMetadata.TryRead(new string(',', length), out _));
}
