using Akka.Actor;
using LanChat.Server.Connections;
using LanChat.Server.Files;
using LanChat.Texts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace LanChat.Server.Web;

/// <summary>
/// Uploads by tus 1.0 (core, creation, termination; https://tus.io/protocols/resumable-upload), which go on after a break, and by a plain PUT,
/// which does not.
/// </summary>
internal sealed class UploadEndpoints(Uploads uploads, UploadSharing sharing, ILogger<UploadEndpoints> log)
{
    private const string Version = "1.0.0";
    private const string PieceType = "application/offset+octet-stream";
    private const int ChecksumMismatch = 460; // of tus

    private readonly LogPace _troubles = new(TimeSpan.FromMinutes(1), TimeProvider.System);

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
        if (!await IsAllowedAsync(http)) return;
        if (UploadRequest.OfTus(http, out var flaw) is not { } plan)
        {
            await http.AnswerAsync(StatusCodes.Status400BadRequest, flaw);
            return;
        }

        if (await BeginAsync(http, plan) is not { } upload) return;
        http.Response.Headers.Location = $"{http.Request.PathBase}/uploads/{upload.Id}";
        if (upload.IsComplete) await FinishAsync(http, upload, StatusCodes.Status201Created);
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
        if (!await IsAllowedAsync(http)) return;
        if (Find(http) is not { } upload) await http.AnswerAsync(StatusCodes.Status404NotFound, WebTexts.UploadGone);
        else if (http.Request.ContentType != PieceType) await http.AnswerAsync(StatusCodes.Status415UnsupportedMediaType, WebTexts.NoPiece(PieceType));
        else if (uploads.Take(upload) is not UploadRefusal.None and var refused) await RefuseAsync(http, refused);
        else await AppendAsync(http, upload);
    }

    private async Task AppendAsync(HttpContext http, Upload upload)
    {
        try
        {
            if (http.Request.Headers["Upload-Offset"] != $"{upload.Offset}") await http.AnswerAsync(StatusCodes.Status409Conflict, WebTexts.OtherOffset(upload.Offset));
            else if (await TakeInAsync(http, upload)) await AnswerPieceAsync(http, upload);
        }
        finally
        {
            upload.GiveBack();
        }
    }

    private async Task AnswerPieceAsync(HttpContext http, Upload upload)
    {
        http.Response.Headers["Upload-Offset"] = $"{upload.Offset}";
        if (upload.IsComplete) await FinishAsync(http, upload, StatusCodes.Status204NoContent);
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
        if (!await IsAllowedAsync(http)) return;
        if (http.Request.ContentLength is null) await http.AnswerAsync(StatusCodes.Status411LengthRequired, WebTexts.NoLength);
        else if (UploadRequest.OfPut(http, out var flaw) is not { } plan) await http.AnswerAsync(StatusCodes.Status400BadRequest, flaw);
        else if (await BeginAsync(http, plan) is { } upload) await PutAsync(http, upload);
    }

    private async Task PutAsync(HttpContext http, Upload upload)
    {
        try
        {
            if (uploads.Take(upload) is not UploadRefusal.None and var refused) await RefuseAsync(http, refused);
            else if (await TakeInAsync(http, upload) && upload.IsComplete) await FinishAsync(http, upload, StatusCodes.Status201Created);
        }
        finally
        {
            uploads.Remove(upload);
        }
    }

    private async Task<bool> IsAllowedAsync(HttpContext http)
    {
        if (sharing.IsKnown(http.Request)) return true;
        await http.AnswerAsync(StatusCodes.Status401Unauthorized, WebTexts.PassOver);
        return false;
    }

    private async Task<Upload?> BeginAsync(HttpContext http, UploadPlan plan)
    {
        if (plan.To is not null && !sharing.HasPass(http.Request))
        {
            await http.AnswerAsync(StatusCodes.Status401Unauthorized, WebTexts.NoPassForOne);
            return null;
        }

        try
        {
            var (upload, refused) = uploads.Begin(plan);
            if (upload is null) await RefuseAsync(http, refused);
            return upload;
        }
        catch (Exception trouble) when (DiskTrouble.Is(trouble))
        {
            await RefuseAsync(http, trouble);
            return null;
        }
    }

    private Task RefuseAsync(HttpContext http, UploadRefusal refused)
    {
        var (status, sentence) = refused switch
        {
            UploadRefusal.TooLarge => (StatusCodes.Status413PayloadTooLarge, WebTexts.UploadTooLarge(uploads.MostBytes)),
            UploadRefusal.TooMany => (StatusCodes.Status429TooManyRequests, WebTexts.TooManyUploads),
            UploadRefusal.TooMuch => (StatusCodes.Status507InsufficientStorage, WebTexts.TooMuchFromAddress),
            UploadRefusal.TooManyKept => (StatusCodes.Status507InsufficientStorage, WebTexts.TooManyFromAddress),
            UploadRefusal.Busy => (StatusCodes.Status423Locked, WebTexts.UploadBusy),
            _ => (StatusCodes.Status507InsufficientStorage, WebTexts.UploadsFull),
        };
        return http.AnswerAsync(status, sentence);
    }

    /// <summary>Only a full disk has no space; what else is wrong with it is for whoever looks after it.</summary>
    private Task RefuseAsync(HttpContext http, Exception trouble)
    {
        if (_troubles.TryPass()) log.LogError("a file that is uploaded cannot be kept: {Reason}", trouble.Message);
        return DiskTrouble.IsFull(trouble)
            ? RefuseAsync(http, UploadRefusal.Full)
            : http.AnswerAsync(StatusCodes.Status507InsufficientStorage, WebTexts.CannotKeep);
    }

    /// <summary>False when it broke off, or more came than was announced; whoever is still there is told.</summary>
    private async Task<bool> TakeInAsync(HttpContext http, Upload upload)
    {
        http.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = upload.Plan.Size - upload.Offset;
        try
        {
            await upload.AppendAsync(http.Request.Body, http.RequestAborted);
            return true;
        }
        catch (ConnectionResetException)
        {
            // Perhaps before the request knows that it is aborted.
            return false;
        }
        catch (Exception broken) when (http.RequestAborted.IsCancellationRequested && broken is IOException or OperationCanceledException)
        {
            return false;
        }
        catch (Exception tooMuch) when (tooMuch is InvalidDataException or BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge })
        {
            await http.AnswerAsync(StatusCodes.Status413PayloadTooLarge, WebTexts.MoreThanAnnounced);
        }
        catch (BadHttpRequestException broken)
        {
            await http.AnswerAsync(broken.StatusCode);
        }
        catch (Exception trouble) when (DiskTrouble.Is(trouble))
        {
            await RefuseAsync(http, trouble);
        }

        return false;
    }

    private async Task FinishAsync(HttpContext http, Upload upload, int status)
    {
        await sharing.AwaitTurnAsync(http);
        try
        {
            if (await uploads.FinishAsync(upload, CancellationToken.None) is { } file) await ShareAsync(http, file, upload.Plan.To, status);
            else await http.AnswerAsync(ChecksumMismatch, WebTexts.OtherHash);
        }
        catch (Exception trouble) when (DiskTrouble.Is(trouble) && !http.Response.HasStarted)
        {
            await RefuseAsync(http, trouble);
        }
        catch (AskTimeoutException)
        {
            // It may yet tell of the file, so the file stays.
            await http.AnswerAsync(StatusCodes.Status503ServiceUnavailable, WebTexts.RoomIsSilent);
        }
    }

    private async Task ShareAsync(HttpContext http, StoredFile file, string? to, int status)
    {
        if (await sharing.ShareAsync(http, file, to) is { } refusal)
        {
            uploads.Remove(file);
            await http.AnswerAsync(StatusCodes.Status409Conflict, refusal.Text);
        }
        else
        {
            http.Response.Headers["LanChat-Link"] = file.Link;
            await http.AnswerAsync(status, status == StatusCodes.Status201Created ? $"{http.Request.Scheme}://{http.Request.Host}{http.Request.PathBase}{file.Link}" : null);
        }
    }

    private Upload? Find(HttpContext http) => uploads.Find((string)http.Request.RouteValues["id"]!);
}
