using Akka.Actor;
using LanChat.Server.Files;
using LanChat.Server.Sockets;
using LanChat.Texts;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace LanChat.Server.Web;

/// <summary>Receives one upload, however it is spoken: checks who it is from, writes it, and tells the room.</summary>
internal sealed class UploadReceiver(Uploads uploads, UploadSharing sharing, ILogger<UploadEndpoints> log)
{
    private const int ChecksumMismatch = 460; // of tus

    private readonly LogPace _troubles = new(TimeSpan.FromMinutes(1), TimeProvider.System);

    /// <summary>Whether who uploads is who they say; they are told if not.</summary>
    public async Task<bool> IsAllowedAsync(HttpContext http)
    {
        if (sharing.IsKnown(http.Request)) return true;
        await http.AnswerAsync(StatusCodes.Status401Unauthorized, WebTexts.PassOver);
        return false;
    }

    /// <summary>Begins an upload; null, and it is answered, where there is no room for it.</summary>
    public async Task<Upload?> BeginAsync(HttpContext http, UploadPlan plan)
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

    /// <summary>Answers why there is no upload.</summary>
    public Task RefuseAsync(HttpContext http, UploadRefusal refused)
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

    /// <summary>Writes the body; false when it broke off, or was more than announced, which is answered.</summary>
    public async Task<bool> TakeInAsync(HttpContext http, Upload upload)
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

    /// <summary>Everything came: the room is told of the file.</summary>
    public async Task FinishAsync(HttpContext http, Upload upload, int status)
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
}
