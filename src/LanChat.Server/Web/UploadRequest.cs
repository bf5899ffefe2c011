using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using LanChat.Protocol;
using LanChat.Server.Files;
using Microsoft.AspNetCore.Http;

namespace LanChat.Server.Web;

/// <summary>What a request says of the file it is about to bring.</summary>
internal static partial class UploadRequest
{
    private const string UnknownType = "application/octet-stream";

    /// <summary>Of the headers of tus; null when they are not whole, or the name is none.</summary>
    public static UploadPlan? OfTus(HttpContext http)
    {
        var headers = http.Request.Headers;
        if (!long.TryParse(headers["Upload-Length"], NumberStyles.None, CultureInfo.InvariantCulture, out var size)) return null;
        if (!TusMetadata.TryRead(headers["Upload-Metadata"].ToString(), out var values)) return null;
        return Plan(http, values.GetValueOrDefault("filename"), values.GetValueOrDefault("filetype"), size, values.GetValueOrDefault("sha256"), values.GetValueOrDefault("to"));
    }

    /// <summary>Of a PUT with a length; null when the name is none.</summary>
    public static UploadPlan? OfPut(HttpContext http) => Plan(
        http, http.Request.RouteValues["name"] as string, http.Request.ContentType, http.Request.ContentLength!.Value, null, http.Request.Query["to"]);

    private static UploadPlan? Plan(HttpContext http, string? name, string? type, long size, string? hash, string? to)
    {
        if (name is null || !FileName.TryClean(name, out var clean)) return null;
        if (hash is not null && !Sha256().IsMatch(hash)) return null;
        var known = type is not null && MediaType().IsMatch(type) ? type.ToLowerInvariant() : UnknownType;
        return new UploadPlan(clean, known, size, hash?.ToLowerInvariant(), to, (http.Connection.RemoteIpAddress ?? IPAddress.None).ToString());
    }

    [GeneratedRegex("^[0-9a-fA-F]{64}$")]
    private static partial Regex Sha256();

    [GeneratedRegex(@"^[a-zA-Z0-9][a-zA-Z0-9!#$&^_.+-]{0,60}/[a-zA-Z0-9][a-zA-Z0-9!#$&^_.+-]{0,60}$")]
    private static partial Regex MediaType();
}
