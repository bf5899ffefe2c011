using LanChat.Server.Files;
using LanChat.Texts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LanChat.Server.Web;

/// <summary>
/// Uploads by tus 1.0 (core, creation, termination; https://tus.io/protocols/resumable-upload), which go on after a break, and by a plain PUT,
/// which does not.
/// </summary>
internal sealed class UploadEndpoints(Uploads uploads, UploadReceiver receiver)
{
    private const string Version = "1.0.0";
    private const string PieceType = "application/offset+octet-stream";

    public void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapMethods("/files", [HttpMethods.Options], Describe);
        endpoints.MapPost("/files", http => Speak(http, CreateAsync));
        endpoints.MapMethods("/uploads/{id}", [HttpMethods.Head], http => Speak(http, TellOffset));
        endpoints.MapPatch("/uploads/{id}", http => Speak(http, AppendAsync));
        endpoints.MapDelete("/uploads/{id}", http => Speak(http, Cancel));
        // With whatever else follows, so that what has no name, or is a path, is told so.
        endpoints.MapPut("/files/{**name}", PutAsync);
    }

    private static Task Speak(HttpContext http, RequestDelegate answer)
    {
        http.Response.Headers["Tus-Resumable"] = Version;
        if (http.Request.Headers["Tus-Resumable"] == Version) return answer(http);
        http.Response.Headers["Tus-Version"] = Version;
        return http.AnswerAsync(StatusCodes.Status412PreconditionFailed, WebTexts.SpeakTus(Version));
    }

    private Task Describe(HttpContext http)
    {
        var headers = http.Response.Headers;
        (headers["Tus-Resumable"], headers["Tus-Version"], headers["Tus-Extension"]) = (Version, Version, "creation,termination");
        headers["Tus-Max-Size"] = $"{uploads.MostBytes}";
        return http.AnswerAsync(StatusCodes.Status204NoContent);
    }

    private async Task CreateAsync(HttpContext http)
    {
        if (!await receiver.IsAllowedAsync(http)) return;
        if (UploadRequest.OfTus(http, out var flaw) is not { } plan)
        {
            await http.AnswerAsync(StatusCodes.Status400BadRequest, flaw);
            return;
        }

        if (await receiver.BeginAsync(http, plan) is not { } upload) return;
        http.Response.Headers.Location = $"{http.Request.PathBase}/uploads/{upload.Id}";
        if (upload.IsComplete) await receiver.FinishAsync(http, upload, StatusCodes.Status201Created);
        else await http.AnswerAsync(StatusCodes.Status201Created);
    }

    private Task TellOffset(HttpContext http)
    {
        if (Find(http) is not { } upload) return http.AnswerAsync(StatusCodes.Status404NotFound);
        http.Response.Headers["Upload-Offset"] = $"{upload.Offset}";
        http.Response.Headers["Upload-Length"] = $"{upload.Plan.Size}";
        http.Response.Headers.CacheControl = "no-store";
        return http.AnswerAsync(StatusCodes.Status204NoContent);
    }

    private async Task AppendAsync(HttpContext http)
    {
        if (!await receiver.IsAllowedAsync(http)) return;
        if (Find(http) is not { } upload) await http.AnswerAsync(StatusCodes.Status404NotFound, WebTexts.UploadGone);
        else if (http.Request.ContentType != PieceType) await http.AnswerAsync(StatusCodes.Status415UnsupportedMediaType, WebTexts.NoPiece(PieceType));
        else if (uploads.Take(upload) is not UploadRefusal.None and var refused) await receiver.RefuseAsync(http, refused);
        else await AppendAsync(http, upload);
    }

    private async Task AppendAsync(HttpContext http, Upload upload)
    {
        try
        {
            if (http.Request.Headers["Upload-Offset"] != $"{upload.Offset}") await http.AnswerAsync(StatusCodes.Status409Conflict, WebTexts.OtherOffset(upload.Offset));
            else if (await receiver.TakeInAsync(http, upload)) await AnswerPieceAsync(http, upload);
        }
        finally
        {
            upload.GiveBack();
        }
    }

    private async Task AnswerPieceAsync(HttpContext http, Upload upload)
    {
        http.Response.Headers["Upload-Offset"] = $"{upload.Offset}";
        if (upload.IsComplete) await receiver.FinishAsync(http, upload, StatusCodes.Status204NoContent);
        else await http.AnswerAsync(StatusCodes.Status204NoContent);
    }

    private Task Cancel(HttpContext http)
    {
        if (Find(http) is not { } upload) return http.AnswerAsync(StatusCodes.Status404NotFound);
        if (!upload.TryTake()) return http.AnswerAsync(StatusCodes.Status423Locked, WebTexts.UploadBusy);
        uploads.Remove(upload);
        return http.AnswerAsync(StatusCodes.Status204NoContent);
    }

    private async Task PutAsync(HttpContext http)
    {
        if (!await receiver.IsAllowedAsync(http)) return;
        if (http.Request.ContentLength is null) await http.AnswerAsync(StatusCodes.Status411LengthRequired, WebTexts.NoLength);
        else if (UploadRequest.OfPut(http, out var flaw) is not { } plan) await http.AnswerAsync(StatusCodes.Status400BadRequest, flaw);
        else if (await receiver.BeginAsync(http, plan) is { } upload) await PutAsync(http, upload);
    }

    private async Task PutAsync(HttpContext http, Upload upload)
    {
        try
        {
            if (uploads.Take(upload) is not UploadRefusal.None and var refused) await receiver.RefuseAsync(http, refused);
            else if (await receiver.TakeInAsync(http, upload) && upload.IsComplete) await receiver.FinishAsync(http, upload, StatusCodes.Status201Created);
        }
        finally
        {
            uploads.Remove(upload);
        }
    }

    private Upload? Find(HttpContext http) => uploads.Find((string)http.Request.RouteValues["id"]!);
}
