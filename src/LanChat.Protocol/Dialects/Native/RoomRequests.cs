using System.Text.Json;

namespace LanChat.Protocol.Dialects.Native;

/// <summary>Requests about rooms, their settings and roles.</summary>
internal static class RoomRequests
{
    /// <summary>Decodes a request; returns null if it is none of these.</summary>
    public static ClientMessage? Read(RichFields fields) =>
        fields.Text("open") is { } room ? new ClientMessage.OpenRoom(room, fields.Pairs("set") ?? [])
        : fields.Pairs("set") is { } changes ? new ClientMessage.ChangeSettings(changes)
        : fields.Text("role") is { } member ? RoleOf(member, fields.Text("as"))
        : fields.Text("admit") is { } admitted ? new ClientMessage.Admit(admitted)
        : fields.Text("reject") is { } rejected ? new ClientMessage.Reject(rejected)
        : fields.Text("own") is { } code ? new ClientMessage.ClaimServer(code)
        : fields.Flag("rooms") ? new ClientMessage.ListRooms { Follows = true }
        : fields.Flag("archive") ? new ClientMessage.ArchiveRoom()
        : fields.Flag("invite") ? new ClientMessage.Invite(fields.Number("uses"), fields.Text("for"))
        : null;

    /// <summary>Returns what writes a request's fields; null if it is none of these.</summary>
    public static Action<Utf8JsonWriter>? Find(ClientMessage request) => request switch
    {
        ClientMessage.ListRooms => json => json.WriteBoolean("rooms"u8, true),
        ClientMessage.ArchiveRoom => json => json.WriteBoolean("archive"u8, true),
        ClientMessage.Admit admit => json => json.WriteString("admit"u8, admit.Nickname),
        ClientMessage.Reject reject => json => json.WriteString("reject"u8, reject.Nickname),
        ClientMessage.ClaimServer claim => json => json.WriteString("own"u8, claim.Code),
        ClientMessage.ChangeSettings change => json => WriteSet(json, change.Changes),
        ClientMessage.OpenRoom open => json =>
        {
            json.WriteString("open"u8, open.Name);
            if (open.Settings.Count > 0) WriteSet(json, open.Settings);
        }
        ,
        ClientMessage.Invite invite => json =>
        {
            json.WriteBoolean("invite"u8, true);
            if (invite.Uses is { } uses) json.WriteNumber("uses"u8, uses);
            if (invite.Lifetime is { } lifetime) json.WriteString("for"u8, lifetime);
        }
        ,
        ClientMessage.GiveRole role => json =>
        {
            json.WriteString("role"u8, role.Nickname);
            json.WriteString("as"u8, role.RoleName);
        }
        ,
        _ => null,
    };

    private static ClientMessage RoleOf(string member, string? role) =>
        role is null ? new ClientMessage.Invalid(Refusal.Incomplete) : new ClientMessage.GiveRole(member, role);

    private static void WriteSet(Utf8JsonWriter json, IReadOnlyList<KeyValuePair<string, string>> changes)
    {
        json.WriteStartObject("set"u8);
        foreach (var (name, text) in changes) json.WriteString(name, text);
        json.WriteEndObject();
    }
}
