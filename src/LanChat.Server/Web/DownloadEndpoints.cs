using LanChat.Server.Files;
using LanChat.Texts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace LanChat.Server.Web;

/// <summary>
/// Hands files out, whole or in parts (Range). A browser is to save them, and to show nothing but pictures of known kinds: it must neither guess
/// what a file is nor run what is in it.
/// </summary>
internal sealed class DownloadEndpoints(Shelf shelf)
{
    private const string Policy = "default-src 'none'; sandbox";
    private static readonly HashSet<string> Pictures = ["image/png", "image/jpeg", "image/gif", "image/webp"];

    public void Map(IEndpointRouteBuilder endpoints) => endpoints.MapMethods("/files/{token}/{name}", [HttpMethods.Get, HttpMethods.Head], SendAsync);

    private Task SendAsync(HttpContext http)
    {
        if (shelf.Find((string)http.Request.RouteValues["token"]!) is not { } file) return http.AnswerAsync(StatusCodes.Status404NotFound, WebTexts.FileGone);
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.CacheControl = "private, max-age=86400, immutable";
        headers["Repr-Digest"] = $"sha-256=:{Convert.ToBase64String(Convert.FromHexString(file.Hash))}:";
        var type = Pictures.Contains(file.Type) ? file.Type : "application/octet-stream";
        return Results
            .File(shelf.ContentOf(file), type, file.Name, file.Since, new EntityTagHeaderValue($"\"{file.Hash}\""), enableRangeProcessing: true)
            .ExecuteAsync(http);
    }
}
