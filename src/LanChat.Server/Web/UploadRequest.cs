using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using LanChat.Protocol;
using LanChat.Server.Files;
using LanChat.Texts;
using Microsoft.AspNetCore.Http;

namespace LanChat.Server.Web;

/// <summary>What a request says of the file it is about to bring.</summary>
internal static partial class UploadRequest
{
    /// <summary>Of the headers of tus; null, with the reason, when they are not whole, or the name is none.</summary>
    public static UploadPlan? OfTus(HttpContext http, out string? flaw)
    {
        var headers = http.Request.Headers;
        flaw = null;
        if (!long.TryParse(headers["Upload-Length"], NumberStyles.None, CultureInfo.InvariantCulture, out var size)) flaw = WebTexts.NoUploadLength;
        if (!TusMetadata.TryRead(headers["Upload-Metadata"].ToString(), out var values)) flaw ??= WebTexts.NoUploadMetadata;
        return flaw is not null ? null
            : Plan(http, values!.GetValueOrDefault("filename"), values!.GetValueOrDefault("filetype"), size, values!.GetValueOrDefault("sha256"), values!.GetValueOrDefault("to"), out flaw);
    }

    /// <summary>Of a PUT with a length; null, with the reason, when the name is none.</summary>
    public static UploadPlan? OfPut(HttpContext http, out string? flaw) => Plan(
        http, http.Request.RouteValues["name"] as string, http.Request.ContentType, http.Request.ContentLength!.Value, null, http.Request.Query["to"], out flaw);

    private static UploadPlan? Plan(HttpContext http, string? name, string? type, long size, string? hash, string? to, out string? flaw)
    {
        flaw = name is null ? WebTexts.NameMissing
            : hash is not null && !Sha256().IsMatch(hash) ? WebTexts.NoHash
            : FileName.FlawOf(name) switch
            {
                FileNameFlaw.Empty => WebTexts.NameEmpty,
                FileNameFlaw.Path => WebTexts.NameIsPath,
                FileNameFlaw.Control => WebTexts.NameHasControls,
                FileNameFlaw.Unseen => WebTexts.NameHasUnseen,
                _ => null,
            };
        if (flaw is not null || !FileName.TryClean(name!, out var clean)) return null;
        var known = type is not null && MediaType().IsMatch(type) ? type.ToLowerInvariant() : PictureKinds.Unknown;
        return new UploadPlan(clean, known, size, hash?.ToLowerInvariant(), to, (http.Connection.RemoteIpAddress ?? IPAddress.None).ToString());
    }

    [GeneratedRegex("^[0-9a-fA-F]{64}$")]
    private static partial Regex Sha256();

    [GeneratedRegex(@"^[a-zA-Z0-9][a-zA-Z0-9!#$&^_.+-]{0,60}/[a-zA-Z0-9][a-zA-Z0-9!#$&^_.+-]{0,60}$")]
    private static partial Regex MediaType();
}
