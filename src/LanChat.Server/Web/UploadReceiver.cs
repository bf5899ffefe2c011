using Akka.Actor;
using LanChat.Server.Files;
using LanChat.Server.Sockets;
using LanChat.Texts;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace LanChat.Server.Web;

/// <summary>
/// Receives uploads of either protocol: checks the token, writes the body and shares the file.
/// </summary>
internal sealed class UploadReceiver(Uploads uploads, UploadSharing sharing, ILogger<UploadEndpoints> log)
{
    // A status code of tus.
    private const int ChecksumMismatch = 460;

    private readonly LogThrottle _diskErrors = new(TimeSpan.FromMinutes(1), TimeProvider.System);

    /// <summary>Checks the upload token, if there is one; replies if it is invalid.</summary>
    public async Task<bool> IsAllowedAsync(HttpContext http)
    {
        if (sharing.IsKnown(http.Request)) return true;
        await http.ReplyAsync(StatusCodes.Status401Unauthorized, WebTexts.PassOver);
        return false;
    }

    /// <summary>Creates an upload; replies and returns null if it is refused.</summary>
    public async Task<Upload?> BeginAsync(HttpContext http, UploadMetadata metadata)
    {
        if (metadata.To is not null && !sharing.HasToken(http.Request))
        {
            await http.ReplyAsync(StatusCodes.Status401Unauthorized, WebTexts.NoPassForOne);
            return null;
        }

        try
        {
            var (upload, refused) = uploads.Begin(metadata);
            if (upload is null) await RefuseAsync(http, refused);
            return upload;
        }
        catch (Exception trouble) when (DiskErrors.Is(trouble))
        {
            await RefuseAsync(http, trouble);
            return null;
        }
    }

    /// <summary>Replies with the reason for a refusal.</summary>
    public Task RefuseAsync(HttpContext http, UploadRefusal refused)
    {
        var (status, sentence) = refused switch
        {
            UploadRefusal.TooLarge =>
                (StatusCodes.Status413PayloadTooLarge, WebTexts.UploadTooLarge(uploads.MaxSize)),
            UploadRefusal.TooMany => (StatusCodes.Status429TooManyRequests, WebTexts.TooManyUploads),
            UploadRefusal.TooMuch => (StatusCodes.Status507InsufficientStorage, WebTexts.TooMuchFromAddress),
            UploadRefusal.TooManyKept => (StatusCodes.Status507InsufficientStorage, WebTexts.TooManyFromAddress),
            UploadRefusal.Busy => (StatusCodes.Status423Locked, WebTexts.UploadBusy),
            _ => (StatusCodes.Status507InsufficientStorage, WebTexts.UploadsFull),
        };
        return http.ReplyAsync(status, sentence);
    }

    /// <summary>Replies that the disk failed; only the log has the details.</summary>
    private Task RefuseAsync(HttpContext http, Exception trouble)
    {
        if (_diskErrors.TryAcquire()) log.LogError("a file that is uploaded cannot be kept: {Reason}", trouble.Message);
        return DiskErrors.IsFull(trouble)
            ? RefuseAsync(http, UploadRefusal.Full)
            : http.ReplyAsync(StatusCodes.Status507InsufficientStorage, WebTexts.CannotKeep);
    }

    /// <summary>
    /// Writes the body to the upload. Returns false if the connection broke, or after replying if
    /// the body could not be written.
    /// </summary>
    public async Task<bool> WriteAsync(HttpContext http, Upload upload)
    {
        var bodySize = http.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>();
        bodySize.MaxRequestBodySize = upload.Metadata.Size - upload.Offset;
        try
        {
            await upload.AppendAsync(http.Request.Body, http.RequestAborted);
            return true;
        }
        catch (ConnectionResetException)
        {
            // May come before RequestAborted is set.
            return false;
        }
        catch (Exception broken) when (
            http.RequestAborted.IsCancellationRequested && broken is IOException or OperationCanceledException)
        {
            return false;
        }
        catch (Exception tooLarge) when (tooLarge is InvalidDataException
            or BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge })
        {
            await http.ReplyAsync(StatusCodes.Status413PayloadTooLarge, WebTexts.MoreThanAnnounced);
        }
        catch (BadHttpRequestException broken)
        {
            await http.ReplyAsync(broken.StatusCode);
        }
        catch (Exception trouble) when (DiskErrors.Is(trouble))
        {
            await RefuseAsync(http, trouble);
        }

        return false;
    }

    /// <summary>Stores a complete upload and shares it with the room.</summary>
    public async Task FinishAsync(HttpContext http, Upload upload, int status)
    {
        await sharing.AwaitRateLimitAsync(http);
        try
        {
            if (await uploads.FinishAsync(upload, CancellationToken.None) is { } file)
                await ShareAsync(http, file, upload.Metadata.To, status);
            else
                await http.ReplyAsync(ChecksumMismatch, WebTexts.OtherHash);
        }
        catch (Exception trouble) when (DiskErrors.Is(trouble) && !http.Response.HasStarted)
        {
            await RefuseAsync(http, trouble);
        }
        catch (AskTimeoutException)
        {
            // The room may still share the file, so it is not deleted.
            await http.ReplyAsync(StatusCodes.Status503ServiceUnavailable, WebTexts.RoomIsSilent);
        }
    }

    private async Task ShareAsync(HttpContext http, StoredFile file, string? to, int status)
    {
        if (await sharing.ShareAsync(http, file, to) is { } refusal)
        {
            uploads.Remove(file);
            await http.ReplyAsync(StatusCodes.Status409Conflict, refusal.Text);
        }
        else
        {
            http.Response.Headers["LanChat-Link"] = file.Link;
            var request = http.Request;
            var url = $"{request.Scheme}://{request.Host}{request.PathBase}{file.Link}";
            await http.ReplyAsync(status, status == StatusCodes.Status201Created ? url : null);
        }
    }
}
