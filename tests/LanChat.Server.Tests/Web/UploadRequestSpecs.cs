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
    public void Upload_metadata_are_read_and_the_name_cleaned()
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
    public void An_invalid_length_is_refused(string length) =>
        Assert.Contains("Upload-Length", Refuse(Tus(length, ("filename", "a.txt"))));

    [Theory]
    [InlineData("text/html; charset=utf-8")]
    [InlineData("text")]
    [InlineData("text/plain\r\nX: y")]
    [InlineData("../..")]
    public void An_invalid_type_is_unknown(string type) =>
        Assert.Equal("application/octet-stream", UploadRequest.OfTus(
            Tus("1", ("filename", "a.txt"), ("filetype", type)), out _)!.Type);

    [Fact]
    public void A_missing_name_is_refused() => Assert.Contains("name is missing", Refuse(Tus("1", ("to", "ben"))));

    [Theory]
    [InlineData("a\u202Eb.txt", "invisible")]
    [InlineData("a/b", "not a path")]
    [InlineData("../b", "not a path")]
    [InlineData("..", "spaces and dots")]
    [InlineData(" ", "spaces and dots")]
    [InlineData("a\nb", "control characters")]
    public void A_misleading_name_is_refused_with_the_reason(string name, string reason) =>
        Assert.Contains(reason, Refuse(Tus("1", ("filename", name))));

    [Fact]
    public void An_invalid_digest_is_refused() =>
        Assert.Contains("SHA-256", Refuse(Tus("1", ("filename", "a.txt"), ("sha256", "abc"))));

    private static string Refuse(HttpContext http)
    {
        Assert.Null(UploadRequest.OfTus(http, out var flaw));
        return flaw!;
    }
}
