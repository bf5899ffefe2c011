using LanChat.Server.Web;

namespace LanChat.Server.Tests.Web;

public sealed class TusMetadataSpecs
{
    [Fact]
    public void Pairs_are_parsed_with_or_without_spaces_and_values()
    {
        Assert.True(TusMetadata.TryRead("filename 5Zu+LnBuZw==, to YW5u,is_secret", out var values));

        Assert.Equal(("图.png", "ann", ""), (values["filename"], values["to"], values["is_secret"]));
    }

    [Theory]
    [InlineData("filename ???")]
    [InlineData("filename YQ")]
    [InlineData("filename /w==")]
    [InlineData("filename YQ==,filename Yg==")]
    public void Invalid_base64_invalid_text_and_duplicate_keys_are_refused(string header) =>
        Assert.False(TusMetadata.TryRead(header, out _));

    [Theory]
    [InlineData(4096, true)]
    [InlineData(4097, false)]
    public void The_metadata_have_a_maximum_length(int length, bool isRead) =>
        Assert.Equal(isRead, TusMetadata.TryRead(new string(',', length), out _));
}
