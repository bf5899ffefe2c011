using System.Text;
using LanChat.Server.Web;
using Microsoft.AspNetCore.Http;

namespace LanChat.Server.Tests.Web;

public sealed class UploadRequestSpecs
{
    private static DefaultHttpContext Tus(string length, params (string Key, string Value)[] metadata)
    {
        var http = new DefaultHttpContext();
        http.Request.Headers["Upload-Length"] = length;
        http.Request.Headers["Upload-Metadata"] = string.Join(
            ',', metadata.Select(pair => $"{pair.Key} {Convert.ToBase64String(Encoding.UTF8.GetBytes(pair.Value))}"));
        return http;
    }

    [Fact]
    public void What_is_said_of_a_file_is_read_and_its_name_is_cleaned()
    {
        var hash = new string('A', 64);

        var plan = UploadRequest.OfTus(
            Tus("7", ("filename", " a?图.txt. "), ("filetype", "Text/Plain"), ("sha256", hash), ("to", "ben")), out _)!;

        Assert.Equal(
            ("a_图.txt", 7L, "text/plain", hash.ToLowerInvariant(), "ben"),
            (plan.Name, plan.Size, plan.Type, plan.Hash, plan.To));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData("1.0")]
    [InlineData("0x10")]
    [InlineData("99999999999999999999")]
    public void A_length_is_a_plain_number(string length) =>
        Assert.Contains("Upload-Length", Refuse(Tus(length, ("filename", "a.txt"))));

    [Theory]
    [InlineData("text/html; charset=utf-8")]
    [InlineData("text")]
    [InlineData("text/plain\r\nX: y")]
    [InlineData("../..")]
    public void A_type_that_is_none_is_unknown(string type) =>
        Assert.Equal("application/octet-stream", UploadRequest.OfTus(
            Tus("1", ("filename", "a.txt"), ("filetype", type)), out _)!.Type);

    [Fact]
    public void A_file_has_a_name() => Assert.Contains("name is missing", Refuse(Tus("1", ("to", "ben"))));

    [Theory]
    [InlineData("a\u202Eb.txt", "invisible")]
    [InlineData("a/b", "not a path")]
    [InlineData("../b", "not a path")]
    [InlineData("..", "spaces and dots")]
    [InlineData(" ", "spaces and dots")]
    [InlineData("a\nb", "control characters")]
    public void A_name_that_would_mislead_is_none_and_the_reason_is_told(string name, string reason) =>
        Assert.Contains(reason, Refuse(Tus("1", ("filename", name))));

    [Fact]
    public void A_digest_is_one() =>
        Assert.Contains("SHA-256", Refuse(Tus("1", ("filename", "a.txt"), ("sha256", "abc"))));

    private static string Refuse(HttpContext http)
    {
        Assert.Null(UploadRequest.OfTus(http, out var flaw));
        return flaw!;
    }
}
