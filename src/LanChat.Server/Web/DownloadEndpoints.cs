using System.Security.Cryptography;
using System.Text;
using LanChat.Protocol;
using LanChat.Server.Files;
using LanChat.Texts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace LanChat.Server.Web;

/// <summary>
/// Serves shared files, also in ranges. Only known image types get their media type; a browser must
/// save all others, not sniff or run them.
/// </summary>
internal sealed class DownloadEndpoints(FileStore files, SnippetStore snippets)
{
    private const string Policy = "default-src 'none'; sandbox";

    public void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapMethods("/files/{token}/{name}", [HttpMethods.Get, HttpMethods.Head], SendAsync);

    private Task SendAsync(HttpContext http)
    {
        var token = (string)http.Request.RouteValues["token"]!;
        var ip = PeerAddress.Of(http.Connection.Remote()).Ip;
        if (files.Find(token) is { } file && file.IsFor(ip)) return SendAsync(http, file);
        if (snippets.Find(token, ip) is { Text: { } text } snippet)
            return SendAsync(http, snippet.Name, Encoding.UTF8.GetBytes(text));
        return http.ReplyAsync(StatusCodes.Status404NotFound, WebTexts.FileGone);
    }

    private Task SendAsync(HttpContext http, StoredFile file)
    {
        var tag = Describe(http, file.Hash);
        var type = ImageTypes.Contains(file.Type) ? file.Type : ImageTypes.UnknownType;
        return Results
            .File(files.ContentOf(file), type, file.Name, file.Since, tag, enableRangeProcessing: true)
            .ExecuteAsync(http);
    }

    private static Task SendAsync(HttpContext http, string name, byte[] content)
    {
        var tag = Describe(http, Convert.ToHexStringLower(SHA256.HashData(content)));
        return Results
            .File(content, ImageTypes.UnknownType, name, enableRangeProcessing: true, entityTag: tag)
            .ExecuteAsync(http);
    }

    private static EntityTagHeaderValue Describe(HttpContext http, string hash)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        // A file that is taken back must not come from a cache.
        headers.CacheControl = "private, no-cache";
        headers["Repr-Digest"] = $"sha-256=:{Convert.ToBase64String(Convert.FromHexString(hash))}:";
        return new EntityTagHeaderValue($"\"{hash}\"");
    }
}
