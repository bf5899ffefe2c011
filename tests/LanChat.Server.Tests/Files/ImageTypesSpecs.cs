using LanChat.Server.Files;

namespace LanChat.Server.Tests.Files;

public sealed class ImageTypesSpecs
{
    private const string Unknown = "application/octet-stream";

    [Theory]
    [InlineData("89504E470D0A1A0A0000000D49484452", "a", Unknown, "image/png")]
    [InlineData("FFD8FFE000104A464946000101", "notes.txt", "text/plain", "image/jpeg")]
    [InlineData("474946383961010001008000FF", "a.png", Unknown, "image/gif")]
    [InlineData("474946383761010001008000FF", "a", "application/x-www-form-urlencoded", "image/gif")]
    [InlineData("52494646240000005745425056503820", "a", Unknown, "image/webp")]
    [InlineData("524946462400000057415645666D7420", "a.wav", Unknown, Unknown)]
    [InlineData("3C7376672F3E3C7363726970743E", "a.svg", Unknown, Unknown)]
    [InlineData("3C68746D6C3E3C7363726970743E", "a.png", Unknown, Unknown)]
    [InlineData("78", "a.png", Unknown, "image/png")]
    [InlineData("", "b.JPEG", Unknown, "image/jpeg")]
    [InlineData("", "c.webp", Unknown, "image/webp")]
    [InlineData("", "d.svg", Unknown, Unknown)]
    [InlineData("78", "a.png", "text/plain", "text/plain")]
    [InlineData("3C68746D6C3E3C7363726970743E", "a.txt", "text/plain", "text/plain")]
    public void The_image_type_is_detected_by_content_or_for_short_content_by_name(
        string hexadecimal, string name, string said, string type)
    {
        var content = Convert.FromHexString(hexadecimal);

        Assert.Equal(type, ImageTypes.TypeOf(
            content.AsSpan(0, Math.Min(content.Length, ImageTypes.SignatureBytes)), name, said));
    }
}
