using System.Text;
using LanChat.Protocol;
using LanChat.Texts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using QRCoder;

namespace LanChat.Server.Web;

/// <summary>
/// Draws a text as a QR code for the page. The text is the body, so that a code in it gets into no
/// address and no log.
/// </summary>
internal static class QrCodeEndpoint
{
    public const string Path = "/qr";

    /// <summary>
    /// Maximum length of the text in bytes: an invitation to a room whose name has <see
    /// cref="RoomName.LongestLength"/> Chinese characters, of nine bytes each in a link, and 222
    /// bytes for the address of the page.
    /// </summary>
    private const int MaxBytes = 2048;

    private static readonly UTF8Encoding Strict =
        new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapPost(Path, ReplyAsync);

    private static async Task ReplyAsync(HttpContext http)
    {
        http.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = MaxBytes;
        using var body = new MemoryStream();
        try
        {
            await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        }
        catch (BadHttpRequestException tooLong) when (tooLong.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            await http.ReplyAsync(StatusCodes.Status413PayloadTooLarge, WebTexts.QrTextTooLong(MaxBytes));
            return;
        }
        catch (ConnectionResetException)
        {
            // May come before RequestAborted is set.
            return;
        }

        if (TextOf(body) is not { } text)
        {
            await http.ReplyAsync(StatusCodes.Status400BadRequest, WebTexts.NoQrText(MaxBytes));
            return;
        }

        http.Response.ContentType = "image/svg+xml";
        http.Response.Headers.CacheControl = "no-store";
        await http.Response.WriteAsync(Draw(text), http.RequestAborted);
    }

    /// <summary>The text of the body; null if it is empty or not UTF-8.</summary>
    private static string? TextOf(MemoryStream body)
    {
        try
        {
            return Strict.GetString(body.GetBuffer(), 0, (int)body.Length) is { Length: > 0 } text ? text : null;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>Black on white, one unit to a module, with the quiet zone.</summary>
    private static string Draw(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.L);
        using var code = new SvgQRCode(data);
        return code.GetGraphic(pixelsPerModule: 1);
    }
}
