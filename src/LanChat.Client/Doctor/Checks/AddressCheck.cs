using LanChat.Client.Doctor.Facts;
using LanChat.Client.Sessions;
using LanChat.Texts;

namespace LanChat.Client.Doctor.Checks;

/// <summary>Checks whether the room at an address can be joined.</summary>
internal static class AddressCheck
{
    /// <param name="server">The address.</param>
    /// <param name="reached">The result of the probe.</param>
    /// <param name="name">The room's name, if it is announced from this address.</param>
    public static Finding Of(ServerAddress server, RoomProbeResult reached, string? name) => reached switch
    {
        RoomProbeResult.Room { Error: { } error } => Finding.Warning(LetsNobodyIn($"{server}", name, error)),
        RoomProbeResult.Room => Finding.Ok(CanBeEntered($"{server}", name)),
        RoomProbeResult.NoRoom => Finding.Problem(DoctorRoomTexts.NoRoom($"{server}"), DoctorRoomTexts.IsThePortRight),
        RoomProbeResult.NothingThere => Finding.Problem(
            DoctorRoomTexts.NothingThere($"{server}"), DoctorRoomTexts.IsItRunning),
        RoomProbeResult.UnknownHost => Finding.Problem(
            DoctorRoomTexts.UnknownHost(server.Host), DoctorRoomTexts.UseTheAddress),
        RoomProbeResult.Failed failed => Finding.Problem(DoctorRoomTexts.Unreachable($"{server}", failed.Why)),
        _ => Finding.Problem(
            DoctorRoomTexts.NoAnswer($"{server}"),
            DoctorRoomTexts.OpenWithUfw(server.Port),
            DoctorRoomTexts.OpenWithFirewalld(server.Port),
            DoctorRoomTexts.OpenOnWindows(server.Port)),
    };

    private static string CanBeEntered(string server, string? name) =>
        name is null ? DoctorRoomTexts.CanBeEntered(server) : DoctorRoomTexts.CanBeEnteredByName(server, name);

    private static string LetsNobodyIn(string server, string? name, string why) =>
        name is null
            ? DoctorRoomTexts.LetsNobodyIn(server, why)
            : DoctorRoomTexts.LetsNobodyInByName(server, name, why);
}
