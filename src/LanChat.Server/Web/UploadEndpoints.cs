using LanChat.Server.Files;
using LanChat.Texts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LanChat.Server.Web;

/// <summary>
/// Uploads by tus 1.0 (core, creation, termination; https://tus.io/protocols/resumable-upload),
/// which can be resumed, and by a plain PUT, which cannot.
/// </summary>
internal sealed class UploadEndpoints(Uploads uploads, UploadReceiver receiver)
{
    private const string Version = "1.0.0";
    private const string PieceType = "application/offset+octet-stream";

    public void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapMethods("/files", [HttpMethods.Options], Describe);
        endpoints.MapPost("/files", http => CheckVersion(http, CreateAsync));
        endpoints.MapMethods("/uploads/{id}", [HttpMethods.Head], http => CheckVersion(http, ReplyOffset));
        endpoints.MapPatch("/uploads/{id}", http => CheckVersion(http, AppendAsync));
        endpoints.MapDelete("/uploads/{id}", http => CheckVersion(http, Cancel));
        // Also matches no name and paths, which get a reply that says what is wrong.
        endpoints.MapPut("/files/{**name}", PutAsync);
    }

    private static Task CheckVersion(HttpContext http, RequestDelegate next)
    {
        http.Response.Headers["Tus-Resumable"] = Version;
        if (http.Request.Headers["Tus-Resumable"] == Version) return next(http);
        http.Response.Headers["Tus-Version"] = Version;
        return http.ReplyAsync(StatusCodes.Status412PreconditionFailed, WebTexts.SpeakTus(Version));
    }

    private Task Describe(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers["Tus-Resumable"] = Version;
        headers["Tus-Version"] = Version;
        headers["Tus-Extension"] = "creation,termination";
        headers["Tus-Max-Size"] = $"{uploads.MaxSize}";
        return http.ReplyAsync(StatusCodes.Status204NoContent);
    }

    private async Task CreateAsync(HttpContext http)
    {
        if (!await receiver.IsAllowedAsync(http)) return;
        if (UploadRequest.OfTus(http, out var flaw) is not { } metadata)
        {
            await http.ReplyAsync(StatusCodes.Status400BadRequest, flaw);
            return;
        }

        if (await receiver.BeginAsync(http, metadata) is not { } upload) return;
        http.Response.Headers.Location = $"{http.Request.PathBase}/uploads/{upload.Id}";
        if (upload.IsComplete) await receiver.FinishAsync(http, upload, StatusCodes.Status201Created);
        else await http.ReplyAsync(StatusCodes.Status201Created);
    }

    private Task ReplyOffset(HttpContext http)
    {
        if (Find(http) is not { } upload) return http.ReplyAsync(StatusCodes.Status404NotFound);
        http.Response.Headers["Upload-Offset"] = $"{upload.Offset}";
        http.Response.Headers["Upload-Length"] = $"{upload.Metadata.Size}";
        http.Response.Headers.CacheControl = "no-store";
        return http.ReplyAsync(StatusCodes.Status204NoContent);
    }

    private async Task AppendAsync(HttpContext http)
    {
        if (!await receiver.IsAllowedAsync(http)) return;
        if (Find(http) is not { } upload)
            await http.ReplyAsync(StatusCodes.Status404NotFound, WebTexts.UploadGone);
        else if (http.Request.ContentType != PieceType)
            await http.ReplyAsync(StatusCodes.Status415UnsupportedMediaType, WebTexts.NoPiece(PieceType));
        else if (uploads.Acquire(upload) is not UploadRefusal.None and var refused)
            await receiver.RefuseAsync(http, refused);
        else
            await AppendAsync(http, upload);
    }

    private async Task AppendAsync(HttpContext http, Upload upload)
    {
        try
        {
            if (http.Request.Headers["Upload-Offset"] != $"{upload.Offset}")
                await http.ReplyAsync(StatusCodes.Status409Conflict, WebTexts.OtherOffset(upload.Offset));
            else if (await receiver.WriteAsync(http, upload))
                await ReplyWrittenAsync(http, upload);
        }
        finally
        {
            upload.Release();
        }
    }

    private async Task ReplyWrittenAsync(HttpContext http, Upload upload)
    {
        http.Response.Headers["Upload-Offset"] = $"{upload.Offset}";
        if (upload.IsComplete) await receiver.FinishAsync(http, upload, StatusCodes.Status204NoContent);
        else await http.ReplyAsync(StatusCodes.Status204NoContent);
    }

    private Task Cancel(HttpContext http)
    {
        if (Find(http) is not { } upload) return http.ReplyAsync(StatusCodes.Status404NotFound);
        if (!upload.TryAcquire()) return http.ReplyAsync(StatusCodes.Status423Locked, WebTexts.UploadBusy);
        uploads.Remove(upload);
        return http.ReplyAsync(StatusCodes.Status204NoContent);
    }

    private async Task PutAsync(HttpContext http)
    {
        if (!await receiver.IsAllowedAsync(http)) return;
        if (http.Request.ContentLength is null)
            await http.ReplyAsync(StatusCodes.Status411LengthRequired, WebTexts.NoLength);
        else if (UploadRequest.OfPut(http, out var flaw) is not { } metadata)
            await http.ReplyAsync(StatusCodes.Status400BadRequest, flaw);
        else if (await receiver.BeginAsync(http, metadata) is { } upload)
            await PutAsync(http, upload);
    }

    private async Task PutAsync(HttpContext http, Upload upload)
    {
        try
        {
            if (uploads.Acquire(upload) is not UploadRefusal.None and var refused)
                await receiver.RefuseAsync(http, refused);
            else if (await receiver.WriteAsync(http, upload) && upload.IsComplete)
                await receiver.FinishAsync(http, upload, StatusCodes.Status201Created);
        }
        finally
        {
            uploads.Remove(upload);
        }
    }

    private Upload? Find(HttpContext http) => uploads.Find((string)http.Request.RouteValues["id"]!);
}
