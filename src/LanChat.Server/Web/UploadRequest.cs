using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using LanChat.Protocol;
using LanChat.Server.Files;
using LanChat.Texts;
using Microsoft.AspNetCore.Http;

namespace LanChat.Server.Web;

/// <summary>Reads the metadata of an upload from a request.</summary>
internal static partial class UploadRequest
{
    /// <summary>Reads the headers of tus; returns null and the flaw if they are invalid.</summary>
    public static UploadMetadata? OfTus(HttpContext http, out string? flaw)
    {
        var headers = http.Request.Headers;
        flaw = null;
        if (!long.TryParse(
            headers["Upload-Length"], NumberStyles.None, CultureInfo.InvariantCulture, out var size))
        {
            flaw = WebTexts.NoUploadLength;
        }

        if (!TusMetadata.TryRead(headers["Upload-Metadata"].ToString(), out var values))
            flaw ??= WebTexts.NoUploadMetadata;
        if (flaw is not null) return null;
        return Metadata(
            http,
            values!.GetValueOrDefault("filename"),
            values!.GetValueOrDefault("filetype"),
            size,
            values!.GetValueOrDefault("sha256"),
            values!.GetValueOrDefault("to"),
            out flaw);
    }

    /// <summary>
    /// Reads a PUT request with a length; returns null and the flaw if the name is invalid.
    /// </summary>
    public static UploadMetadata? OfPut(HttpContext http, out string? flaw) => Metadata(
        http,
        http.Request.RouteValues["name"] as string,
        http.Request.ContentType,
        http.Request.ContentLength!.Value,
        null,
        http.Request.Query["to"],
        out flaw);

    private static UploadMetadata? Metadata(
        HttpContext http, string? name, string? type, long size, string? hash, string? to, out string? flaw)
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
        var isType = type is not null && MediaType().IsMatch(type);
        return new UploadMetadata(
            clean,
            isType ? type!.ToLowerInvariant() : ImageTypes.UnknownType,
            size,
            hash?.ToLowerInvariant(),
            to,
            (http.Connection.RemoteIpAddress ?? IPAddress.None).ToString());
    }

    [GeneratedRegex("^[0-9a-fA-F]{64}$")]
    private static partial Regex Sha256();

    [GeneratedRegex(@"^[a-zA-Z0-9][a-zA-Z0-9!#$&^_.+-]{0,60}/[a-zA-Z0-9][a-zA-Z0-9!#$&^_.+-]{0,60}$")]
    private static partial Regex MediaType();
}
