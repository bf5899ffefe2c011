using LanChat.Client.Doctor.Facts;
using LanChat.Client.Sessions;
using LanChat.Texts;

namespace LanChat.Client.Doctor.Checks;

/// <summary>Can the room at this address be entered?</summary>
internal static class AddressCheck
{
    /// <param name="server">The address.</param>
    /// <param name="reached">How it answered.</param>
    /// <param name="name">The room's name, if it is announced by this address.</param>
    public static Finding Of(ServerAddress server, Reached reached, string? name) => reached switch
    {
        Reached.Room { Error: { } error } => Finding.Warning(LetsNobodyIn($"{server}", name, error)),
        Reached.Room => Finding.Ok(CanBeEntered($"{server}", name)),
        Reached.NoRoom => Finding.Problem(DoctorRoomTexts.NoRoom($"{server}"), DoctorRoomTexts.IsThePortRight),
        Reached.NothingThere => Finding.Problem(DoctorRoomTexts.NothingThere($"{server}"), DoctorRoomTexts.IsItRunning),
        Reached.UnknownHost => Finding.Problem(DoctorRoomTexts.UnknownHost(server.Host), DoctorRoomTexts.UseTheAddress),
        Reached.Failed failed => Finding.Problem(DoctorRoomTexts.Unreachable($"{server}", failed.Why)),
        _ => Finding.Problem(
            DoctorRoomTexts.NoAnswer($"{server}"),
            [DoctorRoomTexts.OpenWithUfw(server.Port), DoctorRoomTexts.OpenWithFirewalld(server.Port), DoctorRoomTexts.OpenOnWindows(server.Port)]),
    };

    private static string CanBeEntered(string server, string? name) =>
        name is null ? DoctorRoomTexts.CanBeEntered(server) : DoctorRoomTexts.CanBeEntered(server, name);

    private static string LetsNobodyIn(string server, string? name, string why) =>
        name is null ? DoctorRoomTexts.LetsNobodyIn(server, why) : DoctorRoomTexts.LetsNobodyIn(server, name, why);
}
